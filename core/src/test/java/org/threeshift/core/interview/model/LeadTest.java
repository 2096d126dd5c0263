package org.threeshift.core.interview.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threeshift.core.interview.model.Rehearsal.HOST;
import static org.threeshift.core.interview.model.Rehearsal.SECOND;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.threeshift.core.interview.model.Refusal.Code;
import org.threeshift.core.rubric.Rung;
import org.threeshift.core.rubric.Shift;

class LeadTest {
    @Test
    void the_host_leads_at_first() {
        assertThat(setup(Rehearsal.scheduled()).lead()).isEqualTo(HOST);
    }

    @Test
    void the_lead_hands_over_and_has_nothing_to_say_about_the_course_any_more() {
        Rehearsal posed = Rehearsal.posed().does(HOST, new Command.PassLead(SECOND));
        assertThat(setup(posed).isLead(SECOND)).isTrue();
        posed.does(SECOND, new Command.Pose("hire"));
        assertThat(posed.ask(HOST, new Command.Pose("budget"))).isEqualTo(Decision.refused(Code.ONLY_LEAD));
    }

    @Test
    void an_interviewer_takes_the_lead_when_the_other_is_lost() {
        Rehearsal posed = Rehearsal.posed().does(SECOND, new Command.PassLead(SECOND));
        assertThat(setup(posed).lead()).isEqualTo(SECOND);
        assertThat(posed.log().getLast().actor()).isEqualTo(SECOND);
    }

    @Test
    void the_host_gives_the_lead_to_anybody_who_scores_also_while_another_has_it() {
        Rehearsal posed = Rehearsal.posed().does(HOST, new Command.PassLead(SECOND));
        posed.does(HOST, new Command.PassLead(HOST));
        assertThat(setup(posed).lead()).isEqualTo(HOST);
        assertThat(posed.ask(HOST, new Command.PassLead(HOST))).isEqualTo(Decision.already());
    }

    static List<Command> theLeadsAlone() {
        return List.of(
                new Command.Start(),
                new Command.Pose("hire"),
                new Command.CloseQuestion("budget"),
                new Command.Pause(),
                new Command.Resume(),
                new Command.SkipQuestion("hire"),
                new Command.ReorderAgenda(List.of("hire", "budget")),
                new Command.AddQuestion(new AgendaItem("weather", "The weather", List.of(Shift.TEAM), List.of(), 5)),
                new Command.Finish());
    }

    @ParameterizedTest
    @MethodSource("theLeadsAlone")
    void only_the_lead_decides_what_is_asked_and_when(Command command) {
        Rehearsal posed = Rehearsal.posed();
        assertThat(posed.ask(SECOND, command)).isEqualTo(Decision.refused(Code.ONLY_LEAD));
        assertThat(posed.ask(HOST, command)).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void everybody_who_scores_follows_up() {
        Rehearsal posed = Rehearsal.posed()
                .does(SECOND, new Command.AskProbe("budget", Rung.MANAGER))
                .does(SECOND, new Command.JudgeProbe("budget", Rung.MANAGER, true));
        assertThat(posed.ask(HOST, new Command.JudgeProbe("budget", Rung.MANAGER, false)))
                .isEqualTo(Decision.refused(Code.PROBE_NOT_YOURS));
    }

    private static Setup setup(Rehearsal rehearsal) {
        return ((Interview.Known) rehearsal.state()).setup();
    }
}
