package org.threeshift.core.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.threeshift.core.id.Ids;
import org.threeshift.core.interview.InterviewLog.Batch;
import org.threeshift.core.interview.model.ErasedWords;
import org.threeshift.core.interview.model.Evolve;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewEvent;
import org.threeshift.core.interview.model.Plays;
import org.threeshift.core.interview.model.Plays.Play;
import org.threeshift.core.interview.model.Recorded;
import org.threeshift.core.interview.model.Rehearsal;
import org.threeshift.core.interview.model.Setup;
import org.threeshift.core.live.LocalBell;
import org.threeshift.core.people.PersonId;

/** What holds for whatever interview somebody is erased from. */
class InterviewWordsTest {
    private static final Instant LATER = Instant.parse("2026-11-26T10:00:00Z");
    private static final List<PersonId> EVERYBODY =
            List.of(Rehearsal.HOST, Rehearsal.SECOND, Rehearsal.CANDIDATE, Rehearsal.SHADOW, Rehearsal.OBSERVER);

    private final InMemoryInterviewLog log = new InMemoryInterviewLog();
    private final InterviewWords words =
            new InterviewWords(log, new LocalBell(), new Ids(InstantSource.fixed(LATER), new Random(7)));

    @Provide
    Arbitrary<Play> plays() {
        return Plays.plays();
    }

    @Property(tries = 200)
    void the_fold_of_the_erased_log_is_what_the_state_before_becomes(@ForAll("plays") Play play) {
        Rehearsal before = play.end();
        if (!(before.state() instanceof Interview.Known known)) {
            return;
        }
        for (PersonId person : EVERYBODY) {
            var one = new InterviewWordsTest();
            one.log.append(new Batch(before.id(), 0, before.log(), new Interview.Unscheduled(), known));
            one.words.erase(person, Set.of(), LATER);
            List<Recorded> after = one.log.read(before.id(), 0);
            if (after.size() == before.log().size()) {
                assertThat(known.setup().seat(person)).isEmpty();
                assertThat(after).isEqualTo(before.log());
            } else {
                Recorded said = after.getLast();
                assertThat(said.event()).isEqualTo(new InterviewEvent.WordsErased(person, false));
                assertThat(Evolve.fold(after)).isEqualTo(Evolve.evolve(known, said));
                assertNothingElseChanged(before.log(), after, known, person);
            }
        }
    }

    private static void assertNothingElseChanged(
            List<Recorded> before, List<Recorded> after, Interview.Known known, PersonId person) {
        Setup setup = known.setup();
        for (int index = 0; index < before.size(); index++) {
            Recorded was = before.get(index);
            Recorded is = after.get(index);
            if (ErasedWords.goes(was.actor(), setup, person)) {
                assertThat(is.event())
                        .isEqualTo(ErasedWords.of(
                                was.event(),
                                ErasedWords.invitee(setup, person, false).orElse(setup.invitee())));
            } else {
                assertThat(is).isEqualTo(was);
            }
        }
        var rows = Projection.of(Evolve.fold(after));
        assertThat(rows.rating()).isEqualTo(Projection.of(known).rating());
        assertThat(rows.trapJudgement()).isEqualTo(Projection.of(known).trapJudgement());
        assertThat(rows.selfRating()).isEqualTo(Projection.of(known).selfRating());
        assertThat(rows.participant()).isEqualTo(Projection.of(known).participant());
    }

    @Property(tries = 20)
    void erasing_again_changes_nothing(@ForAll("plays") Play play) {
        Rehearsal before = play.end();
        if (before.state() instanceof Interview.Known known) {
            var one = new InterviewWordsTest();
            one.log.append(new Batch(before.id(), 0, before.log(), new Interview.Unscheduled(), known));
            one.words.erase(Rehearsal.HOST, Set.of(), LATER);
            List<Recorded> once = one.log.read(before.id(), 0);
            one.words.erase(Rehearsal.HOST, Set.of(), LATER);
            assertThat(one.log.read(before.id(), 0)).isEqualTo(once);
        }
    }

    @org.junit.jupiter.api.Test
    void somebody_who_was_invited_by_name_and_never_came_is_no_longer_named() {
        Rehearsal invited = Rehearsal.invited();
        log.append(new Batch(invited.id(), 0, invited.log(), new Interview.Unscheduled(), invited.state()));
        String called = ((Interview.Known) invited.state()).setup().invitee();
        words.erase(new PersonId(new UUID(44, 44)), Set.of(called), LATER);
        assertThat(((Interview.Known) Evolve.fold(log.read(invited.id(), 0)))
                        .setup()
                        .invitee())
                .isEqualTo(ErasedWords.NAME);
    }
}
