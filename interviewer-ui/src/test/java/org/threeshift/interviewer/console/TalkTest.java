package org.threeshift.interviewer.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threeshift.interviewer.console.ConsolePresenterTest.refreshed;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.threeshift.core.interview.DebriefView;
import org.threeshift.core.interview.Hosting.Candidate;
import org.threeshift.core.interview.InterviewFixtures;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.Amendment;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.Person;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.Verdict;
import org.threeshift.interviewer.shell.Texts;

/** A debrief of two gaps at the consoles of Ada, who hosts, and Ben; Olaf only listens. */
class TalkTest {
    private static final String FIRST = "goals-from-the-business";

    private final InterviewFixtures core = new InterviewFixtures();
    private final Person ada = core.coach("Ada");
    private final Person ben = core.member("Ben");
    private final Person maya = core.member("Maya");
    private final Person olaf = core.member("Olaf");
    private final InterviewId interview = core.host(ada, new Candidate.Member(maya.id()), "the-seven", ben);
    private ConsolePresenter presenter = console(ada);

    @BeforeEach
    void everybody_has_locked_and_the_candidate_scored_themselves() {
        core.send(interview, ada, new Command.GiveSeat(olaf.id(), Seat.OBSERVER));
        presenter = console(ada);
        presenter.lobby().start();
        presenter.course().next();
        press("43v");
        presenter.notes().note(UUID.randomUUID(), FIRST, "Starts from the money");
        presenter.course().finish();
        ConsolePresenter bens = console(ben);
        bens.choose(FIRST);
        "13v".chars().forEach(key -> new Keys(bens).press(Character.toString(key)));
        bens.notes().note(UUID.randomUUID(), FIRST, "Talks of channels");
        assertThat(bens.sheet().lock(Optional.of(Verdict.NO), "Not yet.").said())
                .isEmpty();
        assertThat(presenter.sheet().lock(Optional.of(Verdict.YES), "Good.").said())
                .isEmpty();
        core.selfScore(interview, maya, Level.FIVE);
        refreshed(presenter);
    }

    @Test
    void opening_the_debrief_publishes_and_shows_the_widest_gap() {
        Screen screen = presenter.talk().open(false);
        assertThat(screen.phase()).isEqualTo(Phase.PUBLISHED);
        assertThat(screen.talk()).isPresent();
        assertThat(talk().topic()).hasValueSatisfying(topic -> {
            assertThat(topic.shift()).isEqualTo(Shift.STRATEGY);
            assertThat(topic.apart()).isEqualTo(3);
        });
    }

    @Test
    void publishing_without_one_shows_the_sheet_and_the_host_may_open_one_later() {
        assertThat(presenter.sheet().publish(false).talk()).isEmpty();
        assertThat(presenter.talk().open(false).talk()).isPresent();
    }

    @Test
    void brackets_walk_the_gaps_to_the_sentence_and_stop_at_both_ends() {
        presenter.talk().open(false);
        assertThat(talk().topics()).hasSize(2);
        press("[");
        assertThat(talk().step()).isZero();
        press("]]");
        assertThat(talk().topic()).isEmpty();
        press("]");
        assertThat(talk().step()).isEqualTo(2);
        press("[");
        assertThat(talk().step()).isEqualTo(1);
    }

    @Test
    void a_step_that_somebody_else_took_at_the_same_moment_is_not_taken_twice() {
        presenter.talk().open(false);
        core.send(interview, ben, new Command.MoveDebrief(1));
        refreshed(presenter);
        press("]");
        assertThat(talk().step()).isEqualTo(1);
        assertThat(presenter.screen().said(Place.DEBRIEF)).contains(Texts.text("debrief.moved-meanwhile"));
        core.pass(Duration.ofSeconds(1));
        press("]");
        assertThat(talk().step()).isEqualTo(2);
    }

    @Test
    void the_sentence_is_worded_by_both_sides_and_confirmed_by_key() {
        presenter.talk().open(false);
        press("]]c");
        assertThat(presenter.screen().said(Place.DEBRIEF)).contains(Texts.text("debrief.wording-none"));
        core.send(interview, maya, new Command.WordSentence("Money first."));
        refreshed(presenter);
        presenter.talk().word("Say first what it earns.");
        core.send(interview, maya, new Command.ConfirmSentence(2));
        refreshed(presenter);
        assertThat(talk().open()).isTrue();
        press("c");
        assertThat(talk().open()).isFalse();
        assertThat(talk().agreed()).isTrue();
        assertThat(presenter.screen().talk()).isPresent();
    }

    @Test
    void a_wording_that_is_too_long_is_refused_where_it_was_typed() {
        presenter.talk().open(false);
        assertThat(presenter.talk().word("x".repeat(301)).said(Place.DEBRIEF)).isPresent();
        assertThat(talk().wording()).isEmpty();
    }

    @Test
    void without_the_candidate_the_sentence_is_confirmed_on_the_way_out() {
        presenter.talk().open(false);
        presenter.talk().word("Ours.");
        presenter.talk().end(true);
        assertThat(talk().open()).isFalse();
        assertThat(talk().candidateAbsent()).isTrue();
        assertThat(talk().agreed()).isTrue();
    }

    @Test
    void a_candidate_who_has_worded_the_sentence_is_not_absent() {
        presenter.talk().open(false);
        core.send(interview, maya, new Command.WordSentence("Mine."));
        refreshed(presenter);
        assertThat(presenter.talk().end(true).said(Place.DEBRIEF)).isPresent();
        assertThat(talk().open()).isTrue();
    }

    @Test
    void ending_early_agrees_on_nothing() {
        presenter.talk().open(false);
        presenter.talk().word("Mine.");
        presenter.talk().end(false);
        assertThat(talk().open()).isFalse();
        assertThat(talk().agreed()).isFalse();
    }

    @Test
    void the_own_sheet_is_a_key_away_and_an_amendment_there_shows_in_the_debrief() {
        presenter.talk().open(false);
        press("l");
        assertThat(presenter.screen().talk()).isEmpty();
        presenter.sheet().amend(new Amendment.OfLevel(FIRST, Shift.STRATEGY, Level.THREE), "Heard it now.");
        press("l");
        assertThat(presenter.screen().talk()).isPresent();
        assertThat(talk().topics().getFirst().apart()).isEqualTo(2);
        assertThat(talk().topics().getFirst().opened()).isEqualTo(3);
    }

    @Test
    void whoever_only_listens_follows_and_moves_nothing() {
        ConsolePresenter listening = console(olaf);
        presenter.talk().open(false);
        Screen screen = refreshed(listening);
        assertThat(screen.talk())
                .hasValueSatisfying(talk -> assertThat(talk.takesPart()).isFalse());
        core.pass(Duration.ofSeconds(1));
        new Keys(listening).press("]");
        assertThat(talk().step()).isZero();
    }

    private ConsolePresenter console(Person person) {
        return ConsolePresenter.open(ConsolePresenterTest.services(core), person, interview)
                .orElseThrow();
    }

    private void press(String keys) {
        keys.chars().forEach(key -> new Keys(presenter).press(Character.toString(key)));
    }

    private DebriefView talk() {
        return refreshed(presenter).view().debrief().orElseThrow();
    }
}
