package org.threeshift.web.mail;

import java.util.List;
import java.util.Optional;

/**
 * A message in words, for one person.
 *
 * @param paragraphs at least one
 * @param action     the one thing that the message asks to do
 * @param note       why it came, in small print
 */
public record Letter(String subject, String title, List<String> paragraphs, Optional<Action> action, String note) {
    /** @param url whole, so that it works from a mail program; empty when the link is gone from the outbox */
    public record Action(String label, String url) {
        public boolean gone() {
            return url.isEmpty();
        }
    }

    public Letter {
        paragraphs = List.copyOf(paragraphs);
    }
}
