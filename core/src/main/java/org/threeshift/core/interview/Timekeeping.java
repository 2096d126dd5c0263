package org.threeshift.core.interview;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Recorded;
import org.threeshift.core.interview.model.Refusal;
import org.threeshift.core.people.PersonId;

/**
 * Keeps people's time for interviews, and so hears of every change of an interview's time and of whose time it is, in the transaction
 * that makes it. Implemented where appointments are.
 */
public interface Timekeeping {
    /** By whose rules alone an interview gets another hour; absent where its host decides. */
    Optional<Refusal.Code> agreement(InterviewId interview);

    /**
     * Takes the time of those who are to sit in the chairs of an interview that is about to be set up by hand; nothing where it has
     * an appointment or stands already. Nobody else takes the time of these people until the caller's transaction ends.
     *
     * @return who cannot and what to do; absent when it is taken
     */
    Optional<Refusal> take(Planned planned);

    /**
     * What is about to be set up.
     *
     * @param people whoever is to sit in a chair, as far as known; strangers among them are left out
     * @param length nothing is taken for one without any
     */
    record Planned(
            InterviewId interview, PersonId host, Set<PersonId> people, Instant from, Duration length, ZoneId zone) {
        public Planned {
            people = Set.copyOf(people);
        }
    }

    /** Frees what was taken for an interview that was not set up after all. */
    void release(InterviewId interview);

    /**
     * Before an interview is moved, called off, ended or gets somebody: nobody else changes the time of its people until the
     * transaction ends.
     *
     * @param newcomers who may come to it
     */
    void hold(InterviewId interview, Set<PersonId> newcomers);

    /**
     * After that, in the same transaction.
     *
     * @return that somebody is needed elsewhere at that time; the change is then taken back
     */
    Optional<Refusal> follow(Change change);

    /** @param events what happened, at least one event; the last one says by whom and when */
    record Change(InterviewId interview, List<Recorded> events, Interview before, Interview.Known after) {
        public Change {
            events = List.copyOf(events);
        }
    }

    /** There will be no second half of an exchange: once the first is over, so is its time. */
    void endsWithFirst(InterviewId first, Interview.Known now);
}
