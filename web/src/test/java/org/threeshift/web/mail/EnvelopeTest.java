package org.threeshift.web.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
    private static final Instant NOW = Instant.parse("2026-11-18T10:00:00Z");
    private static final UUID ID = UUID.fromString("01981f00-0000-7000-8000-000000000001");

    @Test
    void a_name_with_a_line_end_begins_no_header() throws Exception {
        String sent =
                text(envelope("Eve\r\nBcc: everybody@example.org\r\n\r\nHello made you an account", "ada@example.org"));
        assertThat(sent.lines().map(String::strip))
                .noneMatch(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("bcc"));
        assertThat(headers(sent)).containsOnlyOnce("Subject:").containsOnlyOnce("To: ada@example.org");
    }

    @Test
    void an_address_with_a_line_end_is_no_address() {
        assertThatThrownBy(() -> text(envelope("Hello", "ada@example.org\r\nBcc: eve@example.org")))
                .isInstanceOf(AddressException.class);
    }

    @Test
    void a_message_keeps_its_id_however_often_it_is_sent_and_asks_no_machine_to_answer() throws Exception {
        String sent = text(envelope("Hello", "ada@example.org"));
        assertThat(headers(sent))
                .contains("Message-ID: <" + ID + "@threeshift.example.org>")
                .contains("Auto-Submitted: auto-generated")
                .contains("multipart/alternative");
    }

    private static Envelope envelope(String subject, String to) {
        var letter = new Letter(subject, "Title", List.of("Paragraph"), Optional.empty(), "Note");
        return new Envelope(ID, "threeshift@example.org", to, letter, "text", "<p>html</p>", NOW);
    }

    private static String text(Envelope envelope) throws Exception {
        MimeMessage message = envelope.sealed(Session.getInstance(new Properties()), "threeshift.example.org");
        var bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String headers(String sent) {
        return sent.substring(0, sent.indexOf("\r\n\r\n"));
    }
}
