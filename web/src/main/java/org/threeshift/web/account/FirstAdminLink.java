package org.threeshift.web.account;

import java.io.PrintStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.threeshift.core.people.People;
import org.threeshift.core.people.SetupLinks;
import org.threeshift.web.page.Texts;

/** While nobody runs the installation, each start prints a fresh link on the terminal that makes the first admin. */
@Component
final class FirstAdminLink {
    private final People people;
    private final SetupLinks links;
    private final Texts texts;
    private final boolean demonstration;

    FirstAdminLink(
            People people,
            SetupLinks links,
            Texts texts,
            @Value("${threeshift.demonstration:false}") boolean demonstration) {
        this.people = people;
        this.links = links;
        this.texts = texts;
        this.demonstration = demonstration;
    }

    /** After the announcement of the address. */
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    @SuppressWarnings("SystemOut")
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            print(System.out, "http://localhost:" + web.getWebServer().getPort());
        }
    }

    void print(PrintStream terminal, String address) {
        if (!demonstration && !people.hasAdmin()) {
            String url = address + "/setup/" + links.forFirstAdmin().text();
            terminal.println(texts.text("account.set-up.terminal", url));
        }
    }
}
