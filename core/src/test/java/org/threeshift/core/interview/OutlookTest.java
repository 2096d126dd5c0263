package org.threeshift.core.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.threeshift.core.interview.Hosting.Candidate;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.EvidenceId;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.Person;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Rung;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.rubric.Verdict;

class OutlookTest {
    private static final String FIRST = "goals-from-the-business";
    private static final String SECOND = "channels-on-a-small-budget";

    private final InterviewFixtures core = new InterviewFixtures();
    private final Person ada = core.coach("Ada");
    private final Person ben = core.member("Ben");
    private final Person maya = core.member("Maya");
    private final List<Sent> entered = new ArrayList<>();
    private InterviewId interview = new InterviewId(new UUID(0, 0));

    @BeforeEach
    void a_panel_on_its_first_question() {
        interview = core.host(ada, new Candidate.Member(maya.id()), "the-seven", ben);
        core.send(interview, ada, new Command.Start());
        core.send(interview, ada, new Command.Pose(FIRST));
    }

    private Outlook outlook() {
        return core.views.outlook(interview, ada.id()).orElseThrow();
    }

    private void enter(Command command) {
        entered.add(new Sent(core.ids.next(), new Command.By(ada.id(), core.time.instant()), command));
    }

    @Test
    void what_was_entered_stands_in_its_place_and_the_log_knows_nothing_of_it() {
        EvidenceId note = new EvidenceId(core.ids.next());
        enter(new Command.Rate(FIRST, Shift.STRATEGY, Level.FOUR));
        enter(new Command.JudgeTrap(FIRST, "vanity-metrics", TrapJudgement.FELL));
        enter(new Command.AskProbe(FIRST, Rung.SPECIALIST));
        enter(new Command.MarkHeight(FIRST, Shift.STRATEGY));
        enter(new Command.NoteEvidence(note, FIRST, "Starts from the money"));
        Outlook outlook = outlook();
        InterviewerView foreseen = outlook.with(entered);
        assertThat(foreseen.sheet().level(FIRST, Shift.STRATEGY)).contains(Level.FOUR);
        assertThat(foreseen.sheet().trap(FIRST, "vanity-metrics")).contains(TrapJudgement.FELL);
        assertThat(foreseen.sheet().evidence())
                .singleElement()
                .satisfies(one -> assertThat(one.id()).isEqualTo(note));
        assertThat(foreseen.course().orElseThrow().posed(FIRST).orElseThrow().probes())
                .hasSize(1);
        assertThat(foreseen.course().orElseThrow().posed(FIRST).orElseThrow().heights())
                .hasSize(1);
        assertThat(outlook.view()).isEqualTo(outlook().view());
        assertThat(outlook.view().sheet().levels()).isEmpty();
    }

    @Test
    void a_question_that_is_entered_as_posed_can_be_scored_at_once() {
        enter(new Command.Pose(SECOND));
        enter(new Command.Rate(SECOND, Shift.STRATEGY, Level.TWO));
        assertThat(outlook().with(entered).sheet().level(SECOND, Shift.STRATEGY))
                .contains(Level.TWO);
    }

    @Test
    void what_will_be_refused_is_left_out_and_what_follows_it_stays() {
        enter(new Command.Rate(SECOND, Shift.STRATEGY, Level.TWO));
        enter(new Command.Rate(FIRST, Shift.STRATEGY, Level.ONE));
        assertThat(outlook().with(entered).sheet().levels()).hasSize(1);
    }

    @Test
    void nothing_is_carried_out_twice() {
        enter(new Command.AskProbe(FIRST, Rung.SPECIALIST));
        enter(new Command.JudgeProbe(FIRST, Rung.SPECIALIST, true));
        core.interviews.sendAll(interview, entered);
        InterviewerView saved = outlook().view();
        assertThat(outlook().with(entered)).isEqualTo(saved);
    }

    @Test
    void an_end_or_a_lock_that_is_not_saved_opens_nothing() {
        enter(new Command.Finish());
        InterviewerView foreseen = outlook().with(entered);
        assertThat(foreseen.phase()).isEqualTo(Phase.LIVE);

        core.interviews.sendAll(interview, entered);
        scoreAll(ben);
        core.send(interview, ben, new Command.LockSheet(Verdict.NO, "Not yet."));
        scoreAll(ada);
        enter(new Command.LockSheet(Verdict.YES, "Good."));
        foreseen = outlook().with(entered);
        assertThat(foreseen.sheet().locked()).isFalse();
        assertThat(foreseen.others()).isEmpty();
        core.interviews.sendAll(interview, entered);
        assertThat(outlook().view().others()).hasSize(1);
    }

    @Test
    void scoring_that_is_not_saved_as_closed_opens_nothing() {
        core.send(interview, ben, new Command.Rate(FIRST, Shift.STRATEGY, Level.FIVE));
        scoreAll(ada);
        core.send(interview, ada, new Command.Finish());
        core.send(interview, ada, new Command.LockSheet(Verdict.YES, "Good."));
        enter(new Command.CloseScoring());
        assertThat(outlook().with(entered).panel()).isEmpty();
        assertThat(outlook().with(entered).scoringClosed()).isFalse();
        core.interviews.sendAll(interview, entered);
        assertThat(outlook().view().panel()).hasSize(1);
    }

    @Test
    void an_undoing_that_is_not_saved_takes_back_what_was_entered_before_it() {
        enter(new Command.Rate(FIRST, Shift.STRATEGY, Level.FOUR));
        enter(new Command.Undo());
        assertThat(outlook().with(entered)).isEqualTo(outlook().view());
    }

    @Test
    void a_shadow_and_an_observer_have_one_too() {
        Person sam = core.member("Sam");
        Person ola = core.member("Ola");
        core.send(interview, ada, new Command.GiveSeat(sam.id(), Seat.SHADOW));
        core.send(interview, ada, new Command.GiveSeat(ola.id(), Seat.OBSERVER));
        assertThat(core.views.outlook(interview, sam.id())).isPresent();
        assertThat(core.views.outlook(interview, ola.id()).orElseThrow().view().seat())
                .isEqualTo(Seat.OBSERVER);
    }

    @Test
    void whoever_does_not_sit_at_the_console_has_no_outlook() {
        assertThat(core.views.outlook(interview, maya.id())).isEmpty();
        assertThat(core.views.outlook(new InterviewId(new UUID(1, 1)), ada.id()))
                .isEqualTo(Optional.empty());
    }

    /** With levels that need no evidence. */
    private void scoreAll(Person by) {
        for (Shift shift : List.of(Shift.STRATEGY, Shift.ACCOUNTABILITY)) {
            core.send(interview, by, new Command.Rate(FIRST, shift, Level.THREE));
        }
        core.send(interview, by, new Command.JudgeTrap(FIRST, "vanity-metrics", TrapJudgement.AVOIDED));
    }
}
