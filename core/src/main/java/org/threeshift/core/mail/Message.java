package org.threeshift.core.mail;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.threeshift.core.people.PersonId;

/**
 * A message as it lies in the outbox.
 *
 * @param topic    as it was stored, so that those of another version of the program show too
 * @param values   without the secrets, once it is {@link State#over}
 * @param calendar what it carries for a calendar, until it is {@link State#over}
 * @param attempts how often somebody tried to send it
 * @param nextAt   when it is tried next, if it waits
 * @param reason   what went wrong last, in the words of the mail server; may be empty
 */
public record Message(
        UUID id,
        String topic,
        String address,
        Optional<PersonId> person,
        Map<String, String> values,
        Optional<CalendarPart> calendar,
        Instant postedAt,
        State state,
        int attempts,
        Instant nextAt,
        Optional<Instant> sentAt,
        String reason) {

    /** Where a message stands. docs/decisions/0013-outbox.md draws the ways between. */
    public enum State {
        WAITING,
        /** Some node has it in hand. */
        SENDING,
        /** The mail server took it. */
        SENT,
        /** The mail server refused it for good, or so often that nobody tries again. */
        FAILED,
        /** Whoever had it in hand was cut off while the mail server may have taken it. */
        UNCERTAIN,
        /** An admin took it out. */
        DISCARDED;

        /** Whether nobody sends it any more, so that its secrets are gone. */
        public boolean over() {
            return this == SENT || this == DISCARDED;
        }

        /** Whether an admin may decide about it. */
        public boolean open() {
            return this == WAITING || this == FAILED || this == UNCERTAIN;
        }
    }

    public Message {
        values = Map.copyOf(values);
    }
}
