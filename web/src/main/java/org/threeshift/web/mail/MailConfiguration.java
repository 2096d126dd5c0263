package org.threeshift.web.mail;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.threeshift.core.mail.Outbox;
import org.threeshift.web.database.StartupRefusal;
import org.threeshift.web.jobs.Recurring;
import org.threeshift.web.page.BaseUrl;

/** Sends only where {@code spring.mail.host} is set; elsewhere messages wait in the outbox. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${spring.mail.host:}'.isBlank()")
class MailConfiguration {
    static final String JOB = "mail";
    /** A new message does not wait for it, see {@link MailBell}; what is to be tried again does. */
    private static final Duration ROUND_EVERY = Duration.ofSeconds(20);

    @Bean
    Postman postman(
            Outbox outbox,
            Letters letters,
            JavaMailSenderImpl server,
            MailServer settings,
            BaseUrl base,
            InstantSource time) {
        if (!base.configured()) {
            throw StartupRefusal.of("start.mail.base-url");
        }
        return new Postman(outbox, letters, new SmtpCarrier(server, base.host()), settings.from(), time);
    }

    @Bean
    Recurring mailRound(Postman postman) {
        return new Recurring(JOB, new Recurring.Pausing(ROUND_EVERY), postman::round);
    }
}
