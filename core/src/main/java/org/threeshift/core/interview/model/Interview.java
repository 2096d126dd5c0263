package org.threeshift.core.interview.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.threeshift.core.people.PersonId;

/** An interview in one of its states. A state is a type, so that what a state lacks cannot be asked of it. */
public sealed interface Interview {

    /** Nothing has happened yet. */
    record Unscheduled() implements Interview {}

    /** Any interview that was set up. */
    sealed interface Known extends Interview {
        Setup setup();

        /**
         * Since when somebody owes their sheet: since the questions ended. Absent before, once it is locked, once the host went on
         * without it, and always for whoever has none that counts.
         */
        default Optional<Instant> owedSince(PersonId person) {
            return switch (this) {
                case Debriefing over
                when setup().isInterviewer(person)
                        && !over.scoringClosed()
                        && !over.sheet(person).locked() -> Optional.of(over.finishedAt());
                case Scheduled _, Held _, Cancelled _ -> Optional.empty();
            };
        }
    }

    /** Any interview that started: it has a course and sheets. */
    sealed interface Held extends Known {
        Course course();

        /** One sheet an interviewer and a shadow, blank ones included. */
        Map<PersonId, Sheet> sheets();

        /** The sheets that go into the scorecard: the interviewers' locked ones, in the order of their ids. */
        default List<Sheet> counting() {
            return sheets().values().stream()
                    .filter(sheet -> sheet.locked() && setup().isInterviewer(sheet.interviewer()))
                    .sorted(Comparator.comparing(sheet -> sheet.interviewer().toString()))
                    .toList();
        }

        /** How many interviewers' sheets are still drafts. */
        default int drafts() {
            return setup().interviewers().size() - counting().size();
        }

        Optional<SelfScore> selfScore();

        /** The clock of the whole round; it stands once the questions are over. */
        default Stopwatch clock() {
            return switch (this) {
                case Live live -> live.course().clock();
                case Debriefing over -> over.course().clock().stopped(over.finishedAt());
                case Published over -> over.course().clock().stopped(over.finishedAt());
            };
        }

        default Sheet sheet(PersonId interviewer) {
            return sheets().getOrDefault(interviewer, Sheet.blank(interviewer));
        }
    }

    /** @param here who has entered the lobby */
    record Scheduled(Setup setup, Set<PersonId> here) implements Known {
        public Scheduled {
            here = Set.copyOf(here);
        }

        public boolean candidateHere() {
            return setup.candidate().filter(here::contains).isPresent();
        }

        Scheduled with(PersonId arrived) {
            var next = new HashSet<>(here);
            next.add(arrived);
            return new Scheduled(setup, next);
        }
    }

    record Live(Setup setup, Course course, Map<PersonId, Sheet> sheets, Optional<SelfScore> selfScore)
            implements Held {}

    /**
     * Over, but not revealed yet: sheets are locked and the candidate scores themselves.
     *
     * @param scoringClosed whether sheets that are still drafts stay out
     */
    record Debriefing(
            Setup setup,
            Course course,
            Map<PersonId, Sheet> sheets,
            Optional<SelfScore> selfScore,
            Instant finishedAt,
            boolean scoringClosed)
            implements Held {}

    /** @param debrief absent when there was none so far */
    record Published(
            Setup setup,
            Course course,
            Map<PersonId, Sheet> sheets,
            Optional<SelfScore> selfScore,
            Instant finishedAt,
            Instant publishedAt,
            Optional<Debrief> debrief)
            implements Held {

        Published with(Debrief changed) {
            return new Published(setup, course, sheets, selfScore, finishedAt, publishedAt, Optional.of(changed));
        }
    }

    /** @param by {@link Command.By#INSTALLATION} when nobody in particular ended it */
    record Cancelled(Setup setup, Optional<InterviewEvent.Absent> noShow, String reason, PersonId by, Instant at)
            implements Known {}

    /** The candidate's own levels, given before anything was revealed. */
    record SelfScore(List<SelfRating> ratings, Instant at) {
        public SelfScore {
            ratings = List.copyOf(ratings);
        }
    }
}
