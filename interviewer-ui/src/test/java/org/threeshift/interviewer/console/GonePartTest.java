package org.threeshift.interviewer.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threeshift.interviewer.shell.Texts.text;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.threeshift.core.interview.Hosting.Candidate;
import org.threeshift.core.interview.InterviewFixtures;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Limits;
import org.threeshift.core.people.Person;

/** What the server puts there; when the candidate is away the browser writes it out (here.js), and shows it only then. */
class GonePartTest {
    private final InterviewFixtures core = new InterviewFixtures();
    private final Person ada = core.coach("Ada");
    private final Person ben = core.coach("Ben");
    private final Person maya = core.member("Maya");
    private final GonePart gone = new GonePart();
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
        assertThat(attribute("data-person")).isEqualTo(maya.id().toString());
        assertThat(gone.getText()).as("until the browser knows").isEmpty();
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
        assertThat(attribute("data-away")).isEqualTo(text("lobby.gone", "Maya"));
        for (Person beside : new Person[] {ben, di}) {
            shown(interview, beside);
            assertThat(shows(gone)).isTrue();
            assertThat(attribute("data-away")).isEqualTo(text("lobby.gone.led", "Maya"));
        }
        core.send(interview, ada, new Command.PassLead(ben.id()));
        shown(interview, ada);
        assertThat(attribute("data-away")).isEqualTo(text("lobby.gone.led", "Maya"));
    }

    @Test
    void whom_a_link_waits_for_is_nobody_yet() {
        InterviewId interview = core.host(ada, new Candidate.ByLink("Somebody"), "warm-up");
        core.pass(Limits.LATE_AFTER);
        shown(interview, ada);
        assertThat(shows(gone)).isFalse();
        assertThat(gone.getElement().hasAttribute("data-person")).isFalse();
    }

    private void shown(InterviewId interview, Person reader) {
        Screen screen = ConsolePresenter.open(ConsolePresenterTest.services(core), reader, interview)
                .orElseThrow()
                .screen();
        gone.show(screen);
        late.show(screen);
    }

    private String attribute(String name) {
        return gone.getElement().getAttribute(name);
    }

    private static boolean shows(com.vaadin.flow.component.Component part) {
        return !part.getElement().hasAttribute("hidden");
    }
}
