package org.threeshift.web.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.scorecard.CalledOff;

/** An interview that did not take place, with names. */
public record CalledOffSheet(CalledOff off, Map<PersonId, String> names) {
    public CalledOffSheet {
        names = Map.copyOf(names);
    }

    public boolean own() {
        return off.seat() == Seat.CANDIDATE;
    }

    public String candidate() {
        return off.candidate().flatMap(this::name).orElse(off.invitee());
    }

    public String interviewers() {
        List<String> all = off.interviewers().stream()
                .flatMap(one -> name(one).stream())
                .sorted()
                .toList();
        return String.join(", ", all);
    }

    private Optional<String> name(PersonId person) {
        return Optional.ofNullable(names.get(person));
    }
}
