package org.threeshift.core.overdue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.threeshift.core.evening.EveningId;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Limits;
import org.threeshift.core.people.PersonId;

/**
 * An interview whose time to come is over and that has not begun.
 *
 * @param binding   whether it was agreed on early enough to count for whoever does not come
 * @param open      whether one of those seated has its page open
 * @param evening   of which it is a meeting; absent where somebody planned it by hand
 * @param peer      whether the two practise with each other
 * @param seated    its candidate and interviewers; no candidate where nobody has taken the chair
 */
record Overdue(
        InterviewId interview,
        String round,
        Instant startsAt,
        PersonId host,
        boolean peer,
        Optional<EveningId> evening,
        boolean binding,
        boolean open,
        List<Seated> seated) {
    Overdue {
        seated = List.copyOf(seated);
    }

    /** @param guest without an account, for whom nothing is counted */
    record Seated(PersonId person, boolean candidate, boolean guest) {}

    Optional<PersonId> candidate() {
        return seated.stream().filter(Seated::candidate).map(Seated::person).findFirst();
    }

    /** Those with an account. */
    List<PersonId> members() {
        return seated.stream().filter(one -> !one.guest()).map(Seated::person).toList();
    }

    /** Whether so much time has passed that it will not be held. */
    boolean givenUp(Instant now) {
        return !open && !now.isBefore(startsAt.plus(Limits.GIVEN_UP_AFTER));
    }

    boolean candidateIsMember() {
        return seated.stream().anyMatch(one -> one.candidate() && !one.guest());
    }

    /** Whether anybody of the candidate's side, or of the interviewers', came. */
    boolean anybody(boolean candidates, Set<PersonId> came) {
        return side(candidates).anyMatch(one -> came.contains(one.person()));
    }

    private Stream<Seated> side(boolean candidates) {
        return seated.stream().filter(one -> one.candidate() == candidates);
    }
}
