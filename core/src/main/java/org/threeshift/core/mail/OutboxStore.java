package org.threeshift.core.mail;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.threeshift.core.mail.Message.State;

/** Where messages lie until they left. */
interface OutboxStore {
    /** Takes the message that has waited longest into one hand, and counts the attempt, which tells this hand from all others. */
    Optional<Message> take(Instant at, Instant leaseUntil);

    /**
     * Ends the lease: from now on nobody else takes it.
     *
     * @return false when it is not in the caller's hand any more, or was handed over before
     */
    boolean handOver(Message message);

    /**
     * Puts a message back that {@link #take} gave, in the state that it is in now. Nothing happens when somebody else decided
     * about it meanwhile, or has it in hand.
     *
     * @param nextAt when it is tried again, for a message that waits
     */
    void settle(Message message, State state, Instant at, Instant nextAt, String reason, Iterable<String> secrets);

    /** Takes a message out that is in the caller's hand, and its secrets with it. */
    void recall(Message message, String reason, Iterable<String> secrets);

    /**
     * Those in hand whose lease is over and that were not handed over wait again; those that were tried more often have failed.
     *
     * @return how many
     */
    int release(Instant at, int triesAtMost, String reason);

    /**
     * Those in hand since before then that were handed over: whoever had them is gone.
     *
     * @return how many
     */
    int uncertain(Instant takenBefore, String reason);

    /** @param query part of an address, in lower case; empty for all */
    List<Message> list(Optional<State> state, String query, Optional<Outbox.Place> after, int limit);

    Optional<Message> find(UUID id);

    /** @return false when nobody may decide about it, because it is in hand or over */
    boolean again(UUID id, Instant at);

    boolean discard(UUID id, Iterable<String> secrets);

    Map<State, Integer> counts();

    int sweep(Instant postedBefore);
}
