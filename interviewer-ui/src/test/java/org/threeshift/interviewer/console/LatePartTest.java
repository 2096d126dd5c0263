package org.threeshift.interviewer.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.threeshift.core.interview.Hosting.Candidate;
import org.threeshift.core.interview.InterviewFixtures;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Limits;
import org.threeshift.core.people.Person;

/** Who is said to be missing, by whoever reads it. */
class LatePartTest {
    private final InterviewFixtures core = new InterviewFixtures();
    private final Person ada = core.coach("Ada");
    private final Person ben = core.coach("Ben");
    private final Person di = core.member("Di");
    private final Person maya = core.member("Maya");
    private final InterviewId interview = core.host(ada, new Candidate.Member(maya.id()), "warm-up", ben);
    private final LatePart late = new LatePart(_ -> {});

    LatePartTest() {
        core.send(interview, ada, new Command.GiveSeat(di.id(), Seat.OBSERVER));
    }

    @Test
    void whoever_sits_in_reads_that_nobody_came_and_when_it_is_closed() {
        core.pass(Limits.LATE_AFTER);
        assertThat(read(di)).startsWith("Maya, Ada and Ben are not here yet").doesNotContain("counts it as not held");
        core.pass(Limits.NO_SHOW_AFTER.minus(Limits.LATE_AFTER));
        String closes =
                Times.minute(core.time.instant().plus(Limits.GIVEN_UP_AFTER).minus(Limits.NO_SHOW_AFTER), di.zone());
        assertThat(read(di))
                .startsWith("Maya, Ada and Ben have not come within 10 minutes")
                .contains("if nobody has by " + closes + ", the clock closes it", "there is nothing for you to do")
                .doesNotContain("within a minute");
        assertThat(mayClose()).isFalse();
    }

    @Test
    void only_the_side_that_has_not_come_is_missing() {
        core.send(interview, ben, new Command.Join(Seat.INTERVIEWER));
        core.pass(Limits.LATE_AFTER);
        assertThat(read(di)).startsWith("Maya is not here yet").contains("counts it as not held");
        assertThat(read(ben)).startsWith("Maya is not here yet");
        core.pass(Limits.NO_SHOW_AFTER);
        assertThat(read(di)).startsWith("Maya has not come").contains("closes by itself", "nothing for you to do");
        assertThat(mayClose()).isFalse();
        assertThat(read(ben)).startsWith("Maya has not come").contains("counts for you as kept", "closes by itself");
        assertThat(mayClose()).isTrue();
    }

    @Test
    void whoever_sits_in_with_a_candidate_reads_whom_they_wait_for() {
        core.candidateEnters(interview, maya);
        core.pass(Limits.LATE_AFTER.plus(Duration.ofSeconds(1)));
        assertThat(read(di)).startsWith("Ada and Ben are not here yet");
        assertThat(read(ada)).as("who sits here").isEmpty();
        core.send(interview, ada, new Command.Join(Seat.INTERVIEWER));
        assertThat(read(di)).as("one of them is enough").isEmpty();
    }

    private String read(Person reader) {
        late.show(ConsolePresenter.open(ConsolePresenterTest.services(core), reader, interview)
                .orElseThrow()
                .screen());
        String sentence = late.getChildren()
                .filter(Paragraph.class::isInstance)
                .map(part -> ((Paragraph) part).getText())
                .findFirst()
                .orElseThrow();
        assertThat(late.getElement().hasAttribute("hidden")).isEqualTo(sentence.isEmpty());
        return sentence;
    }

    private boolean mayClose() {
        return late.getChildren()
                .filter(NativeButton.class::isInstance)
                .noneMatch(button -> button.getElement().hasAttribute("hidden"));
    }
}
