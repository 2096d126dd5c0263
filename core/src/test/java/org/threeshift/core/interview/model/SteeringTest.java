package org.threeshift.core.interview.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threeshift.core.interview.model.Rehearsal.HOST;
import static org.threeshift.core.interview.model.Rehearsal.SECOND;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;

class SteeringTest {
    private static final AgendaItem WEATHER =
            new AgendaItem("weather", "The weather", List.of(Shift.TEAM), List.of(), 5);

    @Test
    void another_round_stands_in_the_place_of_the_first_until_it_begins_and_what_was_put_away_stays_known() {
        Rehearsal scheduled = Rehearsal.scheduled().does(HOST, new Command.ChooseRound(Rehearsal.OTHER));
        assertThat(setup(scheduled).agenda()).isEqualTo(Rehearsal.OTHER);
        assertThat(setup(scheduled).putAway()).containsExactly(Rehearsal.AGENDA);
        assertThat(scheduled.ask(HOST, new Command.ChooseRound(Rehearsal.OTHER)))
                .isEqualTo(Decision.already());
        scheduled.does(HOST, new Command.ChooseRound(Rehearsal.AGENDA));
        assertThat(setup(scheduled).agenda()).isEqualTo(Rehearsal.AGENDA);
        assertThat(setup(scheduled).putAway()).containsExactly(Rehearsal.AGENDA, Rehearsal.OTHER);
    }

    private static Setup setup(Rehearsal rehearsal) {
        return ((Interview.Known) rehearsal.state()).setup();
    }

    @Test
    void a_question_that_is_left_out_comes_back_when_it_is_posed_after_all() {
        Rehearsal posed = Rehearsal.posed().does(HOST, new Command.SkipQuestion("hire"));
        assertThat(posed.held().course().skipped()).containsExactly("hire");
        assertThat(posed.ask(HOST, new Command.SkipQuestion("hire"))).isEqualTo(Decision.already());
        posed.does(HOST, new Command.Pose("hire"));
        assertThat(posed.held().course().skipped()).isEmpty();
        assertThat(posed.held().course().open()).contains("hire");
    }

    @Test
    void leaving_a_question_out_does_not_touch_the_one_on_the_table() {
        Rehearsal posed = Rehearsal.posed();
        Course before = posed.held().course();
        posed.does(HOST, new Command.SkipQuestion("hire"));
        assertThat(posed.held().course().posed()).isEqualTo(before.posed());
        assertThat(posed.held().course().open()).contains("budget");
    }

    @Test
    void what_was_left_out_asks_nobody_for_a_level() {
        Rehearsal over = Rehearsal.scored(
                Rehearsal.posed().does(HOST, new Command.SkipQuestion("hire")), HOST, Rehearsal.HOSTS_NOTE);
        assertThat(Missing.on(
                        over.held().sheet(HOST), Rehearsal.AGENDA, over.held().course()))
                .isEmpty();
    }

    @Test
    void the_order_changes_before_the_start_and_while_it_runs() {
        var turned = new Command.ReorderAgenda(List.of("hire", "budget"));
        for (Rehearsal rehearsal : List.of(Rehearsal.scheduled(), Rehearsal.posed())) {
            rehearsal.does(HOST, turned);
            assertThat(((Interview.Known) rehearsal.state()).setup().agenda().items())
                    .extracting(AgendaItem::questionId)
                    .containsExactly("hire", "budget");
            assertThat(rehearsal.ask(HOST, turned)).isEqualTo(Decision.already());
        }
        assertThat(Rehearsal.over().ask(HOST, turned)).isEqualTo(Decision.refused(Refusal.Code.OVER));
    }

    @Test
    void an_order_that_names_a_question_of_its_own_is_refused() {
        assertThat(Rehearsal.posed().ask(HOST, new Command.ReorderAgenda(List.of("hire", "weather"))))
                .isEqualTo(Decision.refused(Refusal.Code.ORDER_INCOMPLETE));
    }

    @Test
    void an_added_question_comes_last_and_is_posed_and_scored_like_any_other() {
        Rehearsal posed = Rehearsal.posed()
                .does(HOST, new Command.AddQuestion(WEATHER), new Command.Pose("weather"))
                .does(SECOND, new Command.Rate("weather", Shift.TEAM, Level.TWO));
        assertThat(posed.held().setup().agenda().items()).last().isEqualTo(WEATHER);
        assertThat(posed.held().sheet(SECOND).level("weather", Shift.TEAM)).contains(Level.TWO);
        assertThat(posed.held().setup().agenda().minutes()).isEqualTo(Rehearsal.AGENDA.minutes());
        assertThat(Missing.on(
                        posed.held().sheet(HOST),
                        posed.held().setup().agenda(),
                        posed.held().course()))
                .contains(new Missing.OfLevel("weather", Shift.TEAM));
    }
}
