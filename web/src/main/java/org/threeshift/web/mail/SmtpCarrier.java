package org.threeshift.web.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.threeshift.core.mail.Outbox.Fate;

/**
 * Speaks SMTP. What failed before the server had the end of the message, or by the server's word, certainly did not leave; what broke
 * off after that, nobody can tell. {@link SmtpLine} tells one from the other.
 */
record SmtpCarrier(JavaMailSenderImpl server, String host) implements Carrier {
    private static final int REFUSED = 400;
    private static final int PERMANENT = 500;

    @Override
    public Fate carry(Envelope envelope, BooleanSupplier handedOver) {
        Session session = server.getSession();
        MimeMessage message;
        try {
            message = envelope.sealed(session, host);
        } catch (AddressException e) {
            return new Fate.Never(said(e));
        } catch (MessagingException e) {
            return new Fate.NotNow(said(e));
        }
        var line =
                new SmtpLine(session, Optional.ofNullable(server.getProtocol()).orElse("smtp"), handedOver);
        try {
            line.connect(server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
        } catch (MessagingException e) {
            return new Fate.NotNow(said(e));
        }
        Fate fate = sent(line, message);
        hangUp(line);
        return fate;
    }

    /** What became of the message is known by then, and stays so however the goodbye goes. */
    private static void hangUp(Transport line) {
        try {
            line.close();
        } catch (MessagingException goneAlready) {
            // Nothing to close.
        }
    }

    private static Fate sent(SmtpLine line, MimeMessage message) {
        try {
            Address[] to = message.getAllRecipients();
            line.sendMessage(message, to);
            return new Fate.Sent();
        } catch (SMTPSendFailedException failed) {
            boolean noAnswer = failed.getReturnCode() < REFUSED;
            return noAnswer && line.handedOver()
                    ? new Fate.Unknown(said(failed))
                    : refused(failed.getReturnCode(), failed);
        } catch (SendFailedException refused) {
            return refused(recipientCode(refused), refused);
        } catch (MessagingException brokenOff) {
            return line.handedOver() ? new Fate.Unknown(said(brokenOff)) : new Fate.NotNow(said(brokenOff));
        }
    }

    /** 4xx asks to come again, 5xx never to (RFC 5321, section 4.2.1). */
    private static Fate refused(int code, SendFailedException refusal) {
        return code >= PERMANENT ? new Fate.Never(said(refusal)) : new Fate.NotNow(said(refusal));
    }

    private static int recipientCode(SendFailedException refusal) {
        for (Exception next = refusal.getNextException();
                next instanceof MessagingException nested;
                next = nested.getNextException()) {
            if (nested instanceof SMTPAddressFailedException address) {
                return address.getReturnCode();
            }
        }
        return 0;
    }

    private static String said(MessagingException failure) {
        var words = new StringBuilder(String.valueOf(failure.getMessage()).strip());
        Exception next = failure.getNextException();
        if (next != null && next.getMessage() != null) {
            words.append(" (").append(next.getMessage().strip()).append(')');
        }
        return words.toString();
    }
}
