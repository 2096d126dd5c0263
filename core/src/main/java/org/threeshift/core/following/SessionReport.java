package org.threeshift.core.following;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.threeshift.core.cohort.Cohort;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/**
 * What an evening, or any stretch of days, brought a cohort.
 *
 * @param days   in whose zone the days begin and end
 * @param held   in order of time; at most {@link #MOST}
 * @param cut    whether there were more
 * @param items  the questions of those that are published, see {@link ItemAnalysis}
 * @param people whoever is named
 */
public record SessionReport(
        Cohort cohort, Days days, List<Held> held, boolean cut, List<Item> items, Map<PersonId, Person> people) {
    /** Most interviews of one report. */
    public static final int MOST = 500;

    public SessionReport {
        held = List.copyOf(held);
        items = List.copyOf(items);
        people = Map.copyOf(people);
    }

    /** Both days included. */
    public record Days(LocalDate from, LocalDate until, ZoneId zone) {
        /** Most days of one report. */
        public static final int MOST = 366;

        public Days {
            if (until.isBefore(from) || from.plusDays(MOST).isBefore(until)) {
                throw new IllegalArgumentException("No stretch of days from " + from + " until " + until);
            }
        }

        Instant begin() {
            return from.atStartOfDay(zone).toInstant();
        }

        /** The first moment after. */
        Instant end() {
            return until.plusDays(1).atStartOfDay(zone).toInstant();
        }
    }

    /**
     * An interview of a candidate of the cohort.
     *
     * @param interviewers whose sheets count, in the order of their ids
     * @param open         how many of their sheets are still drafts that it waits for, or were left out for good once it is published
     * @param spread       on the shift where it is widest, from the lowest interviewer's mean to the highest one's, as on the scorecard; absent before publication, and below two
     *                     who observed something
     */
    public record Held(
            InterviewId interview,
            PersonId candidate,
            Kind kind,
            String roundTitle,
            Instant startedAt,
            Phase phase,
            List<PersonId> interviewers,
            int open,
            OptionalDouble spread) {
        public Held {
            interviewers = List.copyOf(interviewers);
        }
    }

    /** How a question did. */
    public record Item(String bankId, String questionId, String title, Quality quality) {}

    /**
     * @param answers        in how many interviews somebody observed a level on it
     * @param difficulty     where its mean lies on the scale, from 0 (all at level 1) to 1 (all at level 5)
     * @param discrimination see {@link ItemAnalysis}; absent when there is too little to say
     * @param compared       on how many interviews the discrimination stands, or would
     */
    public record Quality(int answers, double difficulty, OptionalDouble discrimination, int compared) {}

    /** Sheets of interviews that are over and wait for them. */
    public int sheetsOpen() {
        return held.stream()
                .filter(one -> one.phase() == Phase.DEBRIEFING)
                .mapToInt(Held::open)
                .sum();
    }

    public long published() {
        return held.stream().filter(one -> one.phase() == Phase.PUBLISHED).count();
    }

    public Optional<Person> person(PersonId id) {
        return Optional.ofNullable(people.get(id));
    }
}
