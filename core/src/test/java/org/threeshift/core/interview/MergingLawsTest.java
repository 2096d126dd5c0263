package org.threeshift.core.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.threeshift.core.interview.EventJson.Stored;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.Decide;
import org.threeshift.core.interview.model.Decision;
import org.threeshift.core.interview.model.Evolve;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.Interview.Known;
import org.threeshift.core.interview.model.InterviewEvent;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Plays;
import org.threeshift.core.interview.model.Plays.Play;
import org.threeshift.core.interview.model.Recorded;
import org.threeshift.core.people.PersonId;

/** An interview after a merge is the interview that it would be had the account sat there from the first day. */
class MergingLawsTest {
    private static final PersonId ACCOUNT = new PersonId(new UUID(77, 1));
    private static final PersonId ADMIN = new PersonId(new UUID(77, 2));

    @Provide
    Arbitrary<Play> plays() {
        return Plays.plays();
    }

    @Provide
    Arbitrary<Integer> seats() {
        return Arbitraries.integers().between(0, 9);
    }

    @Property
    void the_fold_with_a_merge_is_the_fold_of_a_log_in_which_the_account_did_it(
            @ForAll("plays") Play play, @ForAll("seats") int seat) {
        List<Recorded> log = play.end().log();
        if (!(Evolve.fold(log) instanceof Known known)) {
            return;
        }
        PersonId guest = known.setup().seated().stream()
                .sorted(java.util.Comparator.comparing(PersonId::toString))
                .skip(seat % known.setup().seated().size())
                .findFirst()
                .orElseThrow();

        List<Recorded> merged = new ArrayList<>(log);
        merged.add(merge(log, guest));
        Interview folded = Evolve.fold(merged);

        assertThat(folded)
                .isEqualTo(Evolve.fold(log.stream().map(one -> by(one, guest)).toList()));
        assertThat(folded.toString()).doesNotContain(guest.toString());
        assertThat(Projection.of(folded))
                .isEqualTo(Projection.of(
                        Evolve.fold(log.stream().map(one -> by(one, guest)).toList())));
    }

    @Test
    void who_has_no_part_in_it_changes_nothing_and_two_who_have_one_are_two() {
        Play scheduled = new Play(1, List.of());
        Known known = (Known) scheduled.end().state();
        PersonId host = known.setup().host();
        PersonId candidate = known.setup().candidate().orElseThrow();
        var by = new Command.By(ADMIN, Instant.parse("2026-03-01T10:00:00Z"));
        assertThat(Decide.decide(known, new Command.MergePerson(ADMIN, ACCOUNT), by))
                .isEqualTo(new Decision.Accepted(List.of()));
        assertThat(Decide.decide(known, new Command.MergePerson(candidate, host), by))
                .isInstanceOf(Decision.Refused.class);
        assertThat(Decide.decide(known, new Command.MergePerson(candidate, ACCOUNT), by))
                .isEqualTo(new Decision.Accepted(List.of(new InterviewEvent.PersonMerged(candidate, ACCOUNT))));
    }

    private static Recorded merge(List<Recorded> log, PersonId guest) {
        Recorded last = log.getLast();
        return new Recorded(
                last.interview(),
                last.seq() + 1,
                UUID.randomUUID(),
                ADMIN,
                last.at(),
                new InterviewEvent.PersonMerged(guest, ACCOUNT));
    }

    /** As the log would read had the account done it: actor and payload. */
    private static Recorded by(Recorded recorded, PersonId guest) {
        Stored stored = EventJson.write(recorded.event());
        String payload = stored.payload().replace(guest.toString(), ACCOUNT.toString());
        return new Recorded(
                new InterviewId(recorded.interview().value()),
                recorded.seq(),
                recorded.eventId(),
                recorded.actor().equals(guest) ? ACCOUNT : recorded.actor(),
                recorded.at(),
                EventJson.read(new Stored(stored.type(), stored.version(), payload)));
    }
}
