package org.threeshift.web.calendar;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.springframework.stereotype.Component;
import org.threeshift.core.calendar.Whereabouts;
import org.threeshift.web.mail.MailServer;
import org.threeshift.web.page.BaseUrl;

/** What the settings say of where this installation is and from where its mail comes. */
@Component
final class OwnWhereabouts implements Whereabouts {
    private final BaseUrl base;
    private final MailServer mail;

    OwnWhereabouts(BaseUrl base, MailServer mail) {
        this.base = base;
        this.mail = mail;
    }

    @Override
    public String url(String path) {
        return base.of(path);
    }

    /** Without the name that may stand before it. */
    @Override
    public String sender() {
        try {
            return new InternetAddress(mail.from(), true).getAddress();
        } catch (AddressException e) {
            return Whereabouts.NOWHERE.sender();
        }
    }
}
