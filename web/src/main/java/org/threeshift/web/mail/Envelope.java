package org.threeshift.web.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.threeshift.core.mail.CalendarPart;

/**
 * A letter as mail servers pass it on: plain text first, HTML for whoever shows it, and what it holds for a calendar twice: as one
 * more way to read the letter, which makes mail programs ask whether one comes, and as a file for those that know no such thing.
 *
 * @param id       names the message for ever, so that a mail program that gets it twice can tell
 * @param calendar absent for most
 */
record Envelope(
        UUID id,
        String from,
        String to,
        Letter letter,
        String text,
        String html,
        Optional<CalendarPart> calendar,
        Instant at) {
    private static final String FILE = "invitation.ics";

    MimeMessage sealed(Session session, String host) throws MessagingException {
        var message = new Named(session, "<" + id + "@" + host + ">");
        message.setFrom(new InternetAddress(from, true));
        message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(to, true));
        message.setSubject(oneLine(letter.subject()), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(at));
        // Nobody's absence note answers a machine (RFC 3834).
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        var both = new MimeMultipart("alternative");
        both.addBodyPart(part(text, "plain"));
        both.addBodyPart(part(html, "html"));
        if (calendar.isPresent()) {
            both.addBodyPart(readable(calendar.get()));
            message.setContent(mixed(both, file(calendar.get())));
        } else {
            message.setContent(both);
        }
        message.saveChanges();
        return message;
    }

    /** RFC 6047, section 2.4: the method stands in the type too, and is the one that the calendar holds. */
    private static MimeBodyPart readable(CalendarPart calendar) throws MessagingException {
        return part(calendar, "text/calendar; charset=UTF-8; method=" + calendar.method());
    }

    private static MimeBodyPart file(CalendarPart calendar) throws MessagingException {
        MimeBodyPart file = part(calendar, "application/ics; charset=UTF-8; name=\"" + FILE + "\"");
        file.setDisposition(Part.ATTACHMENT);
        file.setFileName(FILE);
        return file;
    }

    /** In base64, which no server on the way breaks or wraps anew. */
    private static MimeBodyPart part(CalendarPart calendar, String type) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(
                new DataHandler(new ByteArrayDataSource(calendar.text().getBytes(StandardCharsets.UTF_8), type)));
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private static MimeMultipart mixed(MimeMultipart letter, MimeBodyPart file) throws MessagingException {
        var whole = new MimeBodyPart();
        whole.setContent(letter);
        var mixed = new MimeMultipart("mixed");
        mixed.addBodyPart(whole);
        mixed.addBodyPart(file);
        return mixed;
    }

    private static MimeBodyPart part(String content, String kind) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(content, StandardCharsets.UTF_8.name(), kind);
        return part;
    }

    /** A name in a subject may hold whatever its owner typed; a line's end would begin another header. */
    static String oneLine(String subject) {
        return subject.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
    }

    /** Keeps its id through {@link #saveChanges}, which would make one of this machine's name. */
    private static final class Named extends MimeMessage {
        private final String id;

        Named(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
