package org.threeshift.web.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.threeshift.core.mail.Outbox.Fate;

class SmtpCarrierTest {
    @Test
    void what_the_server_takes_is_sent() {
        assertThat(fate("NOTHING", "")).isInstanceOf(Fate.Sent.class);
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 450 4.2.1 mailbox busy",
        "RCPT, 451 4.7.1 greylisted",
        "MAIL, 452 4.3.1 no room",
        "DATA, 421 4.3.2 stopping",
        "., 451 4.3.0 try later"
    })
    void what_the_server_does_not_take_for_now_did_not_leave(String at, String answer) {
        assertThat(fate(at, answer))
                .isInstanceOfSatisfying(
                        Fate.NotNow.class, later -> assertThat(later.reason()).contains(answer.substring(0, 3)));
    }

    @ParameterizedTest
    @CsvSource({"RCPT, 550 5.1.1 no such mailbox", "., 554 5.7.1 refused"})
    void what_the_server_never_takes_is_not_tried_again(String at, String answer) {
        assertThat(fate(at, answer))
                .isInstanceOfSatisfying(
                        Fate.Never.class, never -> assertThat(never.reason()).contains(answer.substring(0, 3)));
    }

    @Test
    void when_the_line_breaks_after_the_whole_message_nobody_can_tell() {
        assertThat(fate(".", ScriptedServer.CUT)).isInstanceOf(Fate.Unknown.class);
    }

    @Test
    void what_the_server_took_stays_sent_when_the_line_breaks_at_the_goodbye() {
        assertThat(fate("QUIT", ScriptedServer.CUT)).isInstanceOf(Fate.Sent.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL", "RCPT", "DATA"})
    void when_it_breaks_before_that_nothing_left(String at) {
        assertThat(fate(at, ScriptedServer.CUT)).isInstanceOf(Fate.NotNow.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "500"})
    void a_message_that_is_in_another_hand_by_now_never_reaches_its_end(String chunks) {
        try (var server = new ScriptedServer("NOTHING", "")) {
            JavaMailSenderImpl settings = server(server.port());
            settings.getJavaMailProperties().setProperty("mail.smtp.chunksize", chunks.isEmpty() ? "-1" : chunks);
            assertThat(new SmtpCarrier(settings, "example.org").carry(envelope(), () -> false))
                    .isInstanceOfSatisfying(
                            Fate.NotNow.class,
                            later -> assertThat(later.reason()).contains("in another hand"));
            assertThat(new SmtpCarrier(settings, "example.org").carry(envelope(), SmtpCarrierTest::broken))
                    .isInstanceOfSatisfying(
                            Fate.NotNow.class,
                            later -> assertThat(later.reason()).contains("could not be noted"));
            assertThat(server.took()).isEmpty();
            assertThat(new SmtpCarrier(settings, "example.org").carry(envelope(), () -> true))
                    .isInstanceOf(Fate.Sent.class);
            assertThat(server.took()).hasSize(1);
        }
    }

    private static boolean broken() {
        throw new IllegalStateException("the database is away");
    }

    @Test
    void a_server_that_is_away_took_nothing() throws IOException {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThat(fate(free)).isInstanceOf(Fate.NotNow.class);
    }

    private static Fate fate(String at, String answer) {
        try (var server = new ScriptedServer(at, answer)) {
            return fate(server.port());
        }
    }

    static Fate fate(int port) {
        return new SmtpCarrier(server(port), "example.org").carry(envelope(), () -> true);
    }

    private static Envelope envelope() {
        var letter = new Letter("Subject", "Title", List.of("Paragraph"), Optional.empty(), "Note");
        return new Envelope(
                UUID.randomUUID(),
                "threeshift@example.org",
                "ada@example.org",
                letter,
                "text",
                "<p>html</p>",
                Optional.empty(),
                Instant.parse("2026-11-18T10:00:00Z"));
    }

    static JavaMailSenderImpl server(int port) {
        var server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(port);
        var limits = new Properties();
        limits.setProperty("mail.smtp.connectiontimeout", "2000");
        limits.setProperty("mail.smtp.timeout", "2000");
        server.setJavaMailProperties(limits);
        return server;
    }
}
