package org.threeshift.web.admin;

import org.threeshift.core.mail.Message;

/**
 * One line of the outbox.
 *
 * @param state   as the page's sentences call it
 * @param subject empty for a topic of another version
 */
public record OutboxRow(Message message, String state, String subject) {
    /** Of the pill that shows the state. */
    public String tone() {
        return switch (message.state()) {
            case WAITING, SENDING -> "accent";
            case SENT -> "good";
            case FAILED -> "bad";
            case UNCERTAIN -> "warn";
            case DISCARDED -> "quiet";
        };
    }
}
