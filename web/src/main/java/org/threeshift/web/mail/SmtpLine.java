package org.threeshift.web.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * A line to a mail server that asks before it says that the message is at its end. Until then the server has nothing: a line that
 * breaks is to be taken as one that never asked (RFC 5321, section 4.1.1.10; RFC 3030, section 2, for chunks). So whoever dies earlier
 * has certainly not sent it, however much of it went over the line.
 */
final class SmtpLine extends SMTPTransport {
    private static final String ENCRYPTED = "smtps";

    private final BooleanSupplier asked;
    private boolean handedOver;

    /**
     * @param protocol smtp or smtps
     * @param asked    whether the message may go; what it writes is committed when it answers
     */
    SmtpLine(Session session, String protocol, BooleanSupplier asked) {
        super(session, null, protocol, ENCRYPTED.equals(protocol));
        this.asked = asked;
    }

    /** Whether the server may have the message. */
    boolean handedOver() {
        return handedOver;
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        ask();
        super.finishData();
    }

    @Override
    protected void finishBdat() throws IOException, MessagingException {
        ask();
        super.finishBdat();
    }

    /** What goes wrong here cuts the line without a goodbye, which a server in the middle of a message would take for a part of it. */
    private void ask() throws IOException {
        try {
            handedOver = asked.getAsBoolean();
        } catch (RuntimeException e) {
            throw new IOException("It could not be noted that the message was about to leave.", e);
        }
        if (!handedOver) {
            throw new IOException("The message was held for too long, and is in another hand.");
        }
    }
}
