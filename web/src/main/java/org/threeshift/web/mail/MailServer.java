package org.threeshift.web.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.threeshift.web.database.StartupRefusal;
import org.threeshift.web.page.BaseUrl;

/** Whether there is a mail server, and as whom it is spoken to. */
@Component
public class MailServer {
    private final String host;
    private final String from;

    MailServer(
            @Value("${spring.mail.host:}") String host,
            @Value("${threeshift.mail.from:}") String from,
            @Value("${spring.mail.username:}") String user,
            BaseUrl base) {
        this.host = host.strip();
        if (!from.isBlank()) {
            this.from = address(from.strip());
        } else {
            this.from = user.contains("@") ? user.strip() : "threeshift@" + base.host();
        }
    }

    /** With or without a name before it. */
    private static String address(String typed) {
        try {
            new InternetAddress(typed, true).validate();
            return typed;
        } catch (AddressException e) {
            throw StartupRefusal.of("start.mail.from", typed);
        }
    }

    public boolean configured() {
        return !host.isEmpty();
    }

    /** Empty when there is none. */
    public String host() {
        return host;
    }

    public String from() {
        return from;
    }
}
