package org.threeshift.web.push;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.threeshift.core.push.PushCourier;
import org.threeshift.core.push.PushSettings;
import org.threeshift.web.database.StartupRefusal;
import org.threeshift.web.jobs.Recurring;
import org.threeshift.web.mail.MailServer;
import org.threeshift.web.page.BaseUrl;

/** What the environment says of push, and the job that carries messages away. */
@Configuration(proxyBeanMethods = false)
class PushConfiguration {
    static final String JOB = "push";

    private static final Duration ROUND_EVERY = Duration.ofSeconds(20);
    private static final int PUBLIC_OCTETS = 65;
    private static final int PRIVATE_OCTETS = 32;

    @Bean
    PushSettings pushSettings(
            @Value("${threeshift.push.public-key:}") String publicKey,
            @Value("${threeshift.push.private-key:}") String privateKey,
            @Value("${threeshift.push.subject:}") String subject,
            MailServer mail,
            BaseUrl base) {
        return new PushSettings(
                keys(publicKey.strip(), privateKey.strip()),
                subject.isBlank() ? subject(mail, base) : subject(subject.strip()));
    }

    @Bean
    Recurring pushRound(PushCourier courier) {
        return new Recurring(JOB, new Recurring.Pausing(ROUND_EVERY), courier::round);
    }

    /** Both or none. What is refused is not repeated: it may be the private one. */
    private static Optional<PushSettings.Pair> keys(String publicKey, String privateKey) {
        if (publicKey.isEmpty() && privateKey.isEmpty()) {
            return Optional.empty();
        }
        if (octets(publicKey) != PUBLIC_OCTETS || octets(privateKey) != PRIVATE_OCTETS) {
            throw StartupRefusal.of("start.push.keys");
        }
        return Optional.of(new PushSettings.Pair(publicKey, privateKey));
    }

    private static int octets(String key) {
        try {
            return Base64.getUrlDecoder().decode(key).length;
        } catch (IllegalArgumentException noBase64) {
            return 0;
        }
    }

    private static String subject(String given) {
        if (!given.startsWith("mailto:") && !given.startsWith("https:")) {
            throw StartupRefusal.of("start.push.subject", given);
        }
        return given;
    }

    /** The page that everybody reaches, or else the address that mail comes from. */
    private static String subject(MailServer mail, BaseUrl base) {
        String page = base.of("/");
        return page.startsWith("https:") ? page : "mailto:" + address(mail.from());
    }

    private static String address(String from) {
        try {
            return new InternetAddress(from, false).getAddress();
        } catch (AddressException e) {
            return from;
        }
    }
}
