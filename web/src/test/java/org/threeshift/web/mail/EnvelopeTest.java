package org.threeshift.web.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.BodyPart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.threeshift.core.mail.CalendarPart;

class EnvelopeTest {
    private static final Instant NOW = Instant.parse("2026-11-18T10:00:00Z");
    private static final String CALENDAR =
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:CANCEL\r\nX-NAME:Zoë\r\nEND:VCALENDAR\r\n";
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

    @Test
    void an_invitation_is_another_way_to_read_the_letter_and_a_file() throws Exception {
        MimeMessage message = sealed(new Envelope(
                ID,
                "threeshift@example.org",
                "ada@example.org",
                new Letter("Hello", "Title", List.of("Paragraph"), Optional.empty(), "Note"),
                "text",
                "<p>html</p>",
                Optional.of(new CalendarPart(CALENDAR)),
                NOW));

        var mixed = (MimeMultipart) message.getContent();
        assertThat(mixed.getContentType()).startsWith("multipart/mixed");
        var both = (MimeMultipart) mixed.getBodyPart(0).getContent();
        assertThat(both.getContentType()).startsWith("multipart/alternative");
        assertThat(new ContentType(both.getBodyPart(2).getContentType()))
                .satisfies(type -> assertThat(type.getBaseType()).isEqualTo("text/calendar"))
                .satisfies(type -> assertThat(type.getParameter("method")).isEqualTo("CANCEL"))
                .satisfies(type -> assertThat(type.getParameter("charset")).isEqualTo("UTF-8"));
        assertThat(both.getBodyPart(2).getDisposition()).isNull();
        assertThat(content(both.getBodyPart(2))).isEqualTo(CALENDAR);
        assertThat(mixed.getBodyPart(1).getContentType()).startsWith("application/ics");
        assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo("invitation.ics");
        assertThat(mixed.getBodyPart(1).getDisposition()).isEqualTo(Part.ATTACHMENT);
        assertThat(content(mixed.getBodyPart(1))).isEqualTo(CALENDAR);
    }

    private static String content(BodyPart part) throws Exception {
        return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static Envelope envelope(String subject, String to) {
        var letter = new Letter(subject, "Title", List.of("Paragraph"), Optional.empty(), "Note");
        return new Envelope(ID, "threeshift@example.org", to, letter, "text", "<p>html</p>", Optional.empty(), NOW);
    }

    private static String text(Envelope envelope) throws Exception {
        var bytes = new ByteArrayOutputStream();
        envelope.sealed(Session.getInstance(new Properties()), "threeshift.example.org")
                .writeTo(bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** As a server passes it on. */
    private static MimeMessage sealed(Envelope envelope) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(text(envelope).getBytes(StandardCharsets.UTF_8)));
    }

    private static String headers(String sent) {
        return sent.substring(0, sent.indexOf("\r\n\r\n"));
    }
}
