package org.threeshift.interviewer.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.dom.Element;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.threeshift.core.interview.Hosting.Candidate;
import org.threeshift.core.interview.InterviewFixtures;
import org.threeshift.core.interview.Outcome;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Limits;
import org.threeshift.core.people.Person;

/** What the server puts there; when the candidate is away the browser writes it out (here.js), and shows it only then. */
class GonePartTest {
    private static final String QUESTION = "handing-over-your-best-work";

    private final InterviewFixtures core = new InterviewFixtures();
    private final Person ada = core.coach("Ada");
    private final Person ben = core.coach("Ben");
    private final Person maya = core.member("Maya");
    private final GonePart gone = new GonePart(_ -> {});
    private final LatePart late = new LatePart(_ -> {});

    @Test
    void whoever_has_not_come_is_late_and_who_came_and_went_is_gone() {
        InterviewId interview = core.host(ada, new Candidate.Member(maya.id()), "warm-up");
        shown(interview, ada);
        assertThat(shows(late) || shows(gone)).as("it has just begun").isFalse();

        core.pass(Limits.LATE_AFTER);
        shown(interview, ada);
        assertThat(shows(late)).isTrue();
        assertThat(shows(gone)).isFalse();

        core.candidateEnters(interview, maya);
        shown(interview, ada);
        assertThat(shows(late)).isFalse();
        assertThat(shows(gone)).isTrue();
        assertThat(since().getAttribute("data-person")).isEqualTo(maya.id().toString());
        assertThat(since().getText()).as("until the browser knows").isEmpty();
    }

    @Test
    void who_came_before_the_agreed_time_is_not_missed_until_it_has_passed_by_a_while() {
        InterviewId interview = core.host(ada, new Candidate.Member(maya.id()), "warm-up");
        core.candidateEnters(interview, maya);
        core.pass(Limits.LATE_AFTER.minus(Duration.ofSeconds(1)));
        shown(interview, ada);
        assertThat(shows(gone)).isFalse();
        core.pass(Duration.ofSeconds(1));
        shown(interview, ada);
        assertThat(shows(gone)).isTrue();
        core.pass(Limits.NO_SHOW_AFTER);
        shown(interview, ada);
        assertThat(shows(gone)).as("the clock takes nothing back").isTrue();
    }

    @Test
    void only_whoever_leads_is_told_to_start() {
        InterviewId interview = core.host(ada, new Candidate.Member(maya.id()), "warm-up", ben);
        Person di = core.member("Di");
        core.send(interview, ada, new Command.GiveSeat(di.id(), Seat.OBSERVER));
        core.candidateEnters(interview, maya);
        core.pass(Limits.LATE_AFTER);
        shown(interview, ada);
        assertThat(since().getAttribute("data-away")).isEqualTo(text("gone.now", "Maya"));
        assertThat(since().getAttribute("data-gone")).isEqualTo(text("gone.since", "Maya", "{time}"));
        assertThat(gone.getElement().getTextRecursively()).contains(text("gone.lobby"));
        for (Person beside : new Person[] {ben, di}) {
            shown(interview, beside);
            assertThat(shows(gone)).isTrue();
            assertThat(gone.getElement().getTextRecursively()).contains(text("gone.lobby.led"));
        }
        core.send(interview, ada, new Command.PassLead(ben.id()));
        shown(interview, ada);
        assertThat(gone.getElement().getTextRecursively()).contains(text("gone.lobby.led"));
    }

    @Test
    void while_it_runs_whoever_leads_can_stop_the_clocks_for_who_has_gone() {
        InterviewId interview = core.host(ada, new Candidate.Member(maya.id()), "warm-up", ben);
        core.candidateEnters(interview, maya);
        core.send(interview, ada, new Command.Start());
        shown(interview, ben);
        assertThat(shows(gone)).as("at once: it has begun with everybody there").isTrue();
        assertThat(gone.getElement().getTextRecursively()).contains(text("gone.runs"));
        assertThat(since().getAttribute("data-away"))
                .as("who never was here at all")
                .isEmpty();
        assertThat(shows(pause())).as("to whoever cannot").isFalse();
        shown(interview, ada);
        assertThat(shows(pause())).isTrue();
        core.send(interview, ada, new Command.Pause());
        shown(interview, ada);
        assertThat(gone.getElement().getTextRecursively()).contains(text("gone.paused"));
        assertThat(shows(pause())).isFalse();
        core.send(interview, ada, new Command.Resume());
        core.send(interview, ada, new Command.Pose(QUESTION));
        assertThat(core.send(interview, ada, new Command.Finish())).isInstanceOf(Outcome.Done.class);
        shown(interview, ada);
        assertThat(shows(gone)).as("once it is over").isFalse();
    }

    @Test
    void of_whom_nobody_has_seen_here_nothing_is_said_while_it_runs() {
        InterviewId interview = core.host(ada, new Candidate.ByLink("Somebody"), "warm-up");
        core.send(interview, ada, new Command.Start());
        shown(interview, ada);
        assertThat(shows(gone)).isFalse();
    }

    @Test
    void whom_a_link_waits_for_is_nobody_yet() {
        InterviewId interview = core.host(ada, new Candidate.ByLink("Somebody"), "warm-up");
        core.pass(Limits.LATE_AFTER);
        shown(interview, ada);
        assertThat(shows(gone)).isFalse();
        assertThat(since().hasAttribute("data-person")).isFalse();
    }

    private void shown(InterviewId interview, Person reader) {
        Screen screen = ConsolePresenter.open(ConsolePresenterTest.services(core), reader, interview)
                .orElseThrow()
                .screen();
        gone.show(screen);
        late.show(screen);
    }

    private Element since() {
        return gone.getElement().getChild(0).getChild(0);
    }

    private Component pause() {
        return gone.getChildren()
                .filter(NativeButton.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private static boolean shows(Component part) {
        return !part.getElement().hasAttribute("hidden");
    }
}
