package org.threeshift.web.mail;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.threeshift.web.page.BaseUrl;
import org.threeshift.web.page.Texts;

/** Says at the terminal where messages go while there is no mail server. */
@Component
final class MailAnnouncement {
    private final MailServer server;
    private final BaseUrl base;
    private final Texts texts;

    MailAnnouncement(MailServer server, BaseUrl base, Texts texts) {
        this.server = server;
        this.base = base;
        this.texts = texts;
    }

    /** After the announcement of the address. */
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    @SuppressWarnings("SystemOut")
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext && !server.configured()) {
            System.out.println(texts.text("mail.no-server", base.of("/outbox")));
        }
    }
}
