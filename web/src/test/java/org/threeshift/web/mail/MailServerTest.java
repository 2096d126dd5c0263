package org.threeshift.web.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.threeshift.web.database.StartupRefusal;

class MailServerTest {
    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(Words.class, MailServer.class);

    @Test
    void without_a_host_nothing_is_sent() {
        application.run(context ->
                assertThat(context.getBean(MailServer.class).configured()).isFalse());
    }

    @Test
    void who_it_comes_from_is_said_or_follows_from_the_address() {
        application
                .withPropertyValues("spring.mail.host=mail.example.org", "threeshift.base-url=https://t.example.org")
                .run(context ->
                        assertThat(context.getBean(MailServer.class).from()).isEqualTo("threeshift@t.example.org"));
        application
                .withPropertyValues(
                        "spring.mail.host=mail.example.org", "threeshift.mail.from=Threeshift <t@example.org>")
                .run(context ->
                        assertThat(context.getBean(MailServer.class).from()).isEqualTo("Threeshift <t@example.org>"));
    }

    @Test
    void what_is_no_address_is_refused_in_a_sentence() {
        application
                .withPropertyValues("threeshift.mail.from=nobody\r\nBcc: eve@example.org")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .isInstanceOf(StartupRefusal.class)
                        .hasMessageContaining("THREESHIFT_MAIL_FROM"));
        application
                .withPropertyValues("threeshift.base-url=example")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .isInstanceOf(StartupRefusal.class)
                        .hasMessageContaining("THREESHIFT_BASE_URL"));
    }
}
