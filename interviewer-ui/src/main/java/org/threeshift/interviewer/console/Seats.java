package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Texts.text;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.threeshift.core.interview.model.Setup;
import org.threeshift.core.people.PersonId;

/** Everybody at the console of an interview: the lead first, then who scores, who shadows and who observes, by name. */
final class Seats {
    private Seats() {}

    /** @param role what the person does there, in words */
    record Taken(PersonId person, String name, String role) {}

    static List<Taken> of(Setup setup, Names names) {
        return Stream.concat(setup.interviewers().stream(), setup.watchers().keySet().stream())
                .sorted(Comparator.comparingInt((PersonId person) -> rank(setup, person))
                        .thenComparing(names::of))
                .map(person -> new Taken(person, names.of(person), role(setup, person)))
                .toList();
    }

    private static int rank(Setup setup, PersonId person) {
        if (setup.isInterviewer(person)) {
            return setup.isLead(person) ? 0 : 1;
        }
        return setup.isShadow(person) ? 2 : 3;
    }

    private static String role(Setup setup, PersonId person) {
        String role = switch (rank(setup, person)) {
            case 0 -> text("seat.role.leads");
            case 1 -> text("seat.role.scores");
            case 2 -> text("seat.role.shadows");
            default -> text("seat.role.observes");
        };
        return setup.host().equals(person) ? text("seat.role.host", role) : role;
    }
}
