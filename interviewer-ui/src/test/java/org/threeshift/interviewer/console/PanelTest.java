package org.threeshift.interviewer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.threeshift.core.analysis.Coefficient;
import org.threeshift.core.analysis.PanelAgreement;
import org.threeshift.core.interview.Hosting.Candidate;
import org.threeshift.core.interview.InterviewFixtures;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.EvidenceId;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Sheet;
import org.threeshift.core.people.Person;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.rubric.Verdict;

/** Ada hosts and leads, Ben scores too, Cy shadows and Di observes. */
class PanelTest {
    private static final String QUESTION = "goals-from-the-business";
    private static final String TRAP = "vanity-metrics";

    private final InterviewFixtures core = new InterviewFixtures();
    private final Person ada = core.coach("Ada");
    private final Person ben = core.member("Ben");
    private final Person cy = core.member("Cy");
    private final Person di = core.member("Di");
    private final Person maya = core.member("Maya");
    private InterviewId interview = new InterviewId(new UUID(0, 0));

    @BeforeEach
    void on_the_first_question() {
        interview = core.host(ada, new Candidate.Member(maya.id()), "the-seven", ben);
        core.send(interview, ada, new Command.GiveSeat(cy.id(), Seat.SHADOW));
        core.send(interview, ada, new Command.GiveSeat(di.id(), Seat.OBSERVER));
        core.send(interview, ada, new Command.Start());
        core.send(interview, ada, new Command.Pose(QUESTION));
    }

    private ConsolePresenter console(Person person) {
        return ConsolePresenter.open(ConsolePresenterTest.services(core), person, interview)
                .orElseThrow();
    }

    private static boolean isNews(ConsolePresenter presenter) {
        return presenter.isNews(presenter.outbox().dispatch().look().orElseThrow());
    }

    private void score(Person by, Level level, TrapJudgement judgement) {
        core.send(interview, by, new Command.Rate(QUESTION, Shift.STRATEGY, level));
        core.send(interview, by, new Command.Rate(QUESTION, Shift.ACCOUNTABILITY, Level.THREE));
        core.send(interview, by, new Command.JudgeTrap(QUESTION, TRAP, judgement));
        core.send(interview, by, new Command.NoteEvidence(new EvidenceId(core.ids.next()), QUESTION, "Said."));
    }

    private void lock(Person by) {
        core.send(interview, by, new Command.LockSheet(Verdict.YES, "Good."));
    }

    @Test
    void what_the_others_write_is_no_news_before_the_own_sheet_is_locked() {
        ConsolePresenter bens = console(ben);
        ConsolePresenter dis = console(di);
        score(ada, Level.FIVE, TrapJudgement.FELL);
        core.send(interview, ada, new Command.MarkHeight(QUESTION, Shift.STRATEGY));
        score(cy, Level.ONE, TrapJudgement.FELL);
        assertThat(isNews(bens)).isFalse();
        assertThat(isNews(dis)).isFalse();
        core.send(interview, ada, new Command.Finish());
        assertThat(isNews(bens)).isTrue();
        ConsolePresenterTest.refreshed(bens);
        lock(ada);
        lock(cy);
        core.selfScore(interview, maya, Level.THREE);
        assertThat(isNews(bens)).isFalse();
    }

    @Test
    void what_the_lead_asks_is_news_for_everybody() {
        ConsolePresenter bens = console(ben);
        ConsolePresenter dis = console(di);
        core.send(interview, ada, new Command.CloseQuestion(QUESTION));
        assertThat(isNews(bens)).isTrue();
        assertThat(isNews(dis)).isTrue();
    }

    @Test
    void the_lead_changes_hands_and_everybody_sees_who_has_it() {
        ConsolePresenter adas = console(ada);
        ConsolePresenter bens = console(ben);
        assertThat(adas.screen().leads()).isTrue();
        assertThat(bens.course().next().said(Place.COURSE))
                .hasValueSatisfying(said -> assertThat(said).contains("leads"));
        assertThat(bens.course().passLead(ben.id()).leads()).isTrue();
        assertThat(ConsolePresenterTest.refreshed(adas).leads()).isFalse();
        assertThat(ConsolePresenterTest.refreshed(console(di)).view().setup().lead())
                .isEqualTo(ben.id());
        assertThat(bens.course().passLead(ada.id()).leads()).isFalse();
    }

    @Test
    void a_shadow_or_an_observer_cannot_take_the_lead() {
        assertThat(console(cy).course().passLead(cy.id()).said(Place.COURSE)).isPresent();
        assertThat(console(di).course().passLead(di.id()).said(Place.COURSE)).isPresent();
    }

    @Test
    void everybody_at_the_console_is_named_with_what_they_do() {
        Screen screen = console(di).screen();
        assertThat(Seats.of(screen.view().setup(), screen.names()))
                .extracting(Seats.Taken::name, Seats.Taken::role)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("Ada", "leads and scores; host"),
                        org.assertj.core.api.Assertions.tuple("Ben", "scores"),
                        org.assertj.core.api.Assertions.tuple("Cy", "shadows: scores for training, never counts"),
                        org.assertj.core.api.Assertions.tuple("Di", "observes, without a sheet"));
    }

    @Test
    void the_spread_is_over_the_sheets_that_count_and_the_widest_is_known() {
        score(ada, Level.FIVE, TrapJudgement.AVOIDED);
        score(ben, Level.TWO, TrapJudgement.FELL);
        score(cy, Level.ONE, TrapJudgement.FELL);
        core.send(interview, ada, new Command.Finish());
        lock(ada);
        lock(ben);
        lock(cy);
        var view = console(di).screen().view();
        assertThat(view.panel()).extracting(Sheet::interviewer).containsExactlyInAnyOrder(ada.id(), ben.id());
        assertThat(view.shadows()).extracting(Sheet::interviewer).containsExactly(cy.id());
        var item = view.setup().agenda().item(QUESTION).orElseThrow();
        var spreads = new Spreads(java.util.List.of(item), view.panel());
        assertThat(spreads.on(item, Shift.STRATEGY)).contains(new Spread(2, 5, 2));
        assertThat(spreads.furthest())
                .singleElement()
                .satisfies(placed -> assertThat(placed.shift()).isEqualTo(Shift.STRATEGY));
        assertThat(spreads.differsOn(item, item.traps().getFirst())).isTrue();
        assertThat(spreads.on(item, Shift.STRATEGY).orElseThrow().beyond(1)).isEqualTo(-1);
    }

    @Test
    void a_panel_of_one_mind_has_no_widest_place() {
        score(ada, Level.THREE, TrapJudgement.AVOIDED);
        score(ben, Level.THREE, TrapJudgement.AVOIDED);
        core.send(interview, ada, new Command.Finish());
        lock(ada);
        lock(ben);
        var view = console(di).screen().view();
        var item = view.setup().agenda().item(QUESTION).orElseThrow();
        var spreads = new Spreads(java.util.List.of(item), view.panel());
        assertThat(spreads.furthest()).isEmpty();
        assertThat(spreads.differsOn(item, item.traps().getFirst())).isFalse();
    }

    @Test
    void a_few_levels_are_too_little_to_say_how_far_a_panel_agrees() {
        score(ada, Level.FIVE, TrapJudgement.AVOIDED);
        score(ben, Level.TWO, TrapJudgement.FELL);
        core.send(interview, ada, new Command.Finish());
        lock(ada);
        lock(ben);
        var view = console(di).screen().view();
        var item = view.setup().agenda().item(QUESTION).orElseThrow();
        assertThat(new Spreads(java.util.List.of(item), view.panel()).agreement())
                .isEqualTo(new PanelAgreement.TooLittle(2));
    }

    @Test
    void agreement_is_told_in_words_with_its_limits_where_they_are_wide() {
        assertThat(AgreementPart.words(alpha(0.72, 0.31, 0.95), "agreement.alpha."))
                .startsWith("How far you agree: enough for a tentative verdict.")
                .endsWith("from 0.31 to 0.95.");
        assertThat(AgreementPart.words(alpha(0.85, 0.8, 0.9), "agreement.alpha."))
                .endsWith("You read these answers alike.");
    }

    private static Coefficient alpha(double value, double low, double high) {
        return new Coefficient(
                Coefficient.Name.KRIPPENDORFF_ALPHA_ORDINAL,
                OptionalDouble.of(value),
                OptionalDouble.of(low),
                OptionalDouble.of(high),
                12,
                Optional.empty());
    }

    @Test
    void whoever_is_left_out_is_told_and_can_write_nothing_more() {
        ConsolePresenter adas = console(ada);
        score(ada, Level.FIVE, TrapJudgement.AVOIDED);
        adas.course().finish();
        assertThat(adas.sheet().closeScoring().said(Place.SHEET)).isPresent();
        adas.sheet().lock(Optional.of(Verdict.YES), "Good.");
        ConsolePresenter bens = console(ben);
        assertThat(adas.sheet().closeScoring().view().scoringClosed()).isTrue();
        Screen left = ConsolePresenterTest.refreshed(bens);
        assertThat(left.leftOut()).isTrue();
        assertThat(left.sheetOpen()).isFalse();
        assertThat(SheetLead.of(left)).isEqualTo("sheet.lead.left-out");
        assertThat(bens.sheet().lock(Optional.of(Verdict.NO), "Late.").said(Place.SHEET))
                .hasValueSatisfying(said -> assertThat(said).contains("without your sheet"));
        assertThat(adas.sheet().publish(true).view().panel()).hasSize(1);
        assertThat(ConsolePresenterTest.refreshed(bens).leftOut()).isTrue();
    }

    @Test
    void a_seat_that_is_taken_away_leaves_nothing_to_look_at() {
        ConsolePresenter dis = console(di);
        core.send(interview, ada, new Command.WithdrawSeat(di.id()));
        assertThat(dis.outbox().dispatch().look()).isEmpty();
    }
}
