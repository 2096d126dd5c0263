package org.threeshift.core.interview.model;

import java.time.Instant;
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
    }

    /** Any interview that started: it has a course and sheets. */
    sealed interface Held extends Known {
        Course course();

        /** One sheet an interviewer, blank ones included. */
        Map<PersonId, Sheet> sheets();

        Optional<SelfScore> selfScore();

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

    /** Over, but not revealed yet: sheets are locked and the candidate scores themselves. */
    record Debriefing(
            Setup setup, Course course, Map<PersonId, Sheet> sheets, Optional<SelfScore> selfScore, Instant finishedAt)
            implements Held {}

    record Published(
            Setup setup,
            Course course,
            Map<PersonId, Sheet> sheets,
            Optional<SelfScore> selfScore,
            Instant finishedAt,
            Instant publishedAt)
            implements Held {}

    record Cancelled(Setup setup, Optional<InterviewEvent.Absent> noShow, String reason, Instant at) implements Known {}

    /** The candidate's own levels, given before anything was revealed. */
    record SelfScore(List<SelfRating> ratings, Instant at) {
        public SelfScore {
            ratings = List.copyOf(ratings);
        }
    }
}
