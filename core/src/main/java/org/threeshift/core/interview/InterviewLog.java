package org.threeshift.core.interview;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Recorded;
import org.threeshift.core.interview.model.Refusal;
import org.threeshift.core.people.PersonId;

/** Where the events of interviews are kept, for ever and in order. Two implementations, one contract. */
interface InterviewLog {

    /**
     * Adds a batch as a whole or not at all, together with the projections that reports read, in one transaction.
     * What this returned as {@link Append.Done} is committed.
     */
    Append append(Batch batch);

    /** The events after a sequence number, in order; all of them after 0; none for an unknown interview. */
    List<Recorded> read(InterviewId interview, long afterSeq);

    /**
     * The same for several interviews at once, in one round trip.
     *
     * @param afterSeq for each interview the number after which
     * @return nothing for an interview without events after it
     */
    Map<InterviewId, List<Recorded>> read(Map<InterviewId, Long> afterSeq);

    /**
     * Adds a batch that says that words are gone, and takes them out of earlier events, in one transaction. The only way in which
     * anything of the log ever changes.
     *
     * @param seqs    the events that lose their words
     * @param invitee what the invitee is called afterwards
     */
    Append erase(Batch batch, List<Long> seqs, String invitee);

    /**
     * Every interview in which somebody left words or a name.
     *
     * @param names what they are called, in lower case
     */
    List<Trace> traces(PersonId person, Set<String> names);

    /** @param invited whether somebody of these names was invited, and nobody came */
    record Trace(InterviewId interview, boolean invited) {}

    /**
     * Events that belong together.
     *
     * @param expectedSeq the last sequence number that the writer has seen, 0 for none; the events continue it
     * @param before      the state that the writer has seen
     * @param after       the state with these events, from which the projections are taken
     */
    record Batch(InterviewId interview, long expectedSeq, List<Recorded> events, Interview before, Interview after) {
        public Batch {
            events = List.copyOf(events);
            for (int index = 0; index < events.size(); index++) {
                if (events.get(index).seq() != expectedSeq + index + 1) {
                    throw new IllegalArgumentException("The events do not continue sequence number " + expectedSeq);
                }
            }
        }
    }

    /** What came of an append. */
    sealed interface Append {
        record Done(long lastSeq) implements Append {}

        /** Somebody else wrote first: read again, fold again, decide again. */
        record Stale() implements Append {}

        /** It names somebody who is not known here, or no longer. */
        record PersonUnknown() implements Append {}

        /** Somebody of it has another appointment at that time: the refusal says who. */
        record SomebodyBusy(Refusal refusal) implements Append {}

        /** An event with one of these ids is in the log already: this batch was sent before. Said even when it is stale too. */
        record Duplicate() implements Append {}
    }
}
