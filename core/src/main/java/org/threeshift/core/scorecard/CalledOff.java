package org.threeshift.core.scorecard;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewEvent.Absent;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/**
 * What there is instead of a scorecard when an interview did not take place: what was planned, and why there is no number. It
 * counts in no score, no trend and no history.
 *
 * @param seat   of whoever reads it
 * @param absent who did not come; absent itself when it was cancelled
 * @param reason why it was cancelled; empty when somebody did not come
 */
public record CalledOff(
        InterviewId interview,
        Seat seat,
        String roundTitle,
        int questions,
        PersonId host,
        List<PersonId> interviewers,
        Optional<PersonId> candidate,
        String invitee,
        Instant startsAt,
        Instant at,
        Optional<Absent> absent,
        String reason) {
    public CalledOff {
        interviewers = List.copyOf(interviewers);
    }

    static CalledOff of(InterviewId id, Interview.Cancelled cancelled, Seat seat) {
        var setup = cancelled.setup();
        return new CalledOff(
                id,
                seat,
                setup.agenda().title(),
                setup.agenda().items().size(),
                setup.host(),
                setup.interviewers().stream()
                        .sorted(Comparator.comparing(PersonId::toString))
                        .toList(),
                setup.candidate(),
                setup.invitee(),
                setup.startsAt(),
                cancelled.at(),
                cancelled.noShow(),
                cancelled.noShow().isPresent() ? "" : cancelled.reason());
    }
}
