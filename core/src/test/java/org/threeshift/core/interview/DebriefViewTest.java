package org.threeshift.core.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.threeshift.core.bank.Question;
import org.threeshift.core.interview.DebriefView.Given;
import org.threeshift.core.interview.DebriefView.Note;
import org.threeshift.core.interview.DebriefView.Topic;
import org.threeshift.core.interview.Hosting.Candidate;
import org.threeshift.core.interview.model.Amendment;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.EvidenceId;
import org.threeshift.core.interview.model.Gap.Between;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.Person;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.rubric.Verdict;

/** A panel of two with a shadow and an observer: Ada and Ben lie three apart on strategy, Maya two from them on accountability. */
class DebriefViewTest {
    private final InterviewFixtures core = new InterviewFixtures();
    private final Person ada = core.coach("Ada");
    private final Person ben = core.member("Ben");
    private final Person maya = core.member("Maya");
    private final Person sue = core.member("Sue");
    private final Person olaf = core.member("Olaf");
    private final InterviewId id = core.host(ada, new Candidate.Member(maya.id()), "the-seven", ben);
    private final Question question =
            Optional.ofNullable(guide().get("goals-from-the-business")).orElseThrow();

    @BeforeEach
    void interview() {
        send(ada, new Command.GiveSeat(sue.id(), Seat.SHADOW));
        send(ada, new Command.GiveSeat(olaf.id(), Seat.OBSERVER));
        core.candidateEnters(id, maya);
        send(ada, new Command.Start());
        send(ada, new Command.Pose(question.id()));
        core.pass(Duration.ofSeconds(70));
        score(ben, Level.FIVE, "Began with what the business must earn.");
        core.pass(Duration.ofSeconds(20));
        score(ada, Level.TWO, "Began with reach.");
        score(sue, Level.ONE, "A shadow's note.");
        send(ada, new Command.Finish());
        for (Person one : new Person[] {ada, ben, sue}) {
            send(one, new Command.LockSheet(Verdict.YES, "Summed up."));
        }
        core.selfScore(id, maya, Level.FIVE);
    }

    @Test
    void there_is_none_for_anybody_before_it_is_opened() {
        assertThat(core.views.debrief(id, ada.id())).isEmpty();
        assertThat(core.views.debrief(id, maya.id())).isEmpty();
        send(ada, new Command.Publish(false));
        assertThat(core.views.debrief(id, maya.id())).isEmpty();
    }

    @Test
    void both_sides_and_those_who_listen_see_the_same_and_nobody_else_sees_it() {
        open();
        DebriefView seen = core.views.debrief(id, maya.id()).orElseThrow();
        for (Person one : new Person[] {ada, ben, sue, olaf}) {
            assertThat(core.views.debrief(id, one.id())).contains(seen);
        }
        assertThat(core.views.forInterviewer(id, ben.id()).orElseThrow().debrief())
                .contains(seen);
        assertThat(core.views.debrief(id, core.coach("Eve").id())).isEmpty();
        assertThat(core.views.debrief(new InterviewId(new UUID(1, 1)), maya.id()))
                .isEmpty();
    }

    @Test
    void a_topic_holds_who_gave_which_level_with_its_anchor() {
        Topic topic = open().topics().getFirst();
        assertThat(topic.questionId()).isEqualTo(question.id());
        assertThat(topic.number()).isEqualTo(1);
        assertThat(topic.title()).isEqualTo(question.title());
        assertThat(topic.prompt()).isEqualTo(question.prompt());
        assertThat(topic.shift()).isEqualTo(Shift.STRATEGY);
        assertThat(topic.between()).isEqualTo(Between.INTERVIEWERS);
        assertThat(topic.opened()).isEqualTo(3);
        assertThat(topic.apart()).isEqualTo(3);
        assertThat(topic.given())
                .containsExactlyInAnyOrder(given(ada, Level.TWO), given(ben, Level.FIVE))
                .isSortedAccordingTo(java.util.Comparator.comparing(
                        (Given one) -> one.person().toString()));
        assertThat(topic.mean()).hasValue(3.5);
        assertThat(topic.self()).contains(given(maya, Level.FIVE));
    }

    @Test
    void the_candidates_gap_is_measured_from_the_mean_of_those_who_observed() {
        Topic topic = open().topics().get(1);
        assertThat(topic.shift()).isEqualTo(Shift.ACCOUNTABILITY);
        assertThat(topic.between()).isEqualTo(Between.SELF_AND_INTERVIEWERS);
        assertThat(topic.apart()).isEqualTo(2);
        assertThat(topic.mean()).hasValue(3);
        assertThat(topic.given())
                .contains(new Given(ben.id(), Level.NOT_OBSERVED, Optional.empty()))
                .hasSize(2);
    }

    @Test
    void evidence_comes_in_order_of_time_with_who_noted_it_and_without_what_shadows_wrote() {
        assertThat(open().topics().getFirst().evidence())
                .containsExactly(
                        new Note(ben.id(), "Began with what the business must earn.", Duration.ofSeconds(70)),
                        new Note(ada.id(), "Began with reach.", Duration.ofSeconds(90)));
    }

    @Test
    void an_amendment_moves_the_level_and_leaves_the_topic_in_its_place() {
        open();
        send(ada, new Command.Amend(new Amendment.OfLevel(question.id(), Shift.STRATEGY, Level.FOUR), "Heard it now."));
        Topic topic = seen().topics().getFirst();
        assertThat(topic.shift()).isEqualTo(Shift.STRATEGY);
        assertThat(topic.opened()).isEqualTo(3);
        assertThat(topic.apart()).isEqualTo(1);
        assertThat(topic.given()).contains(given(ada, Level.FOUR));
    }

    @Test
    void three_minutes_run_down_from_the_step_and_on_into_overtime() {
        DebriefView opened = open();
        assertThat(opened.left(core.time.instant())).isEqualTo(Duration.ofMinutes(3));
        core.pass(Duration.ofSeconds(200));
        assertThat(opened.left(core.time.instant())).isEqualTo(Duration.ofSeconds(-20));
        send(ben, new Command.MoveDebrief(1));
        assertThat(seen().left(core.time.instant())).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void the_sentence_is_agreed_once_both_sides_have_confirmed_the_same_wording() {
        open();
        send(ada, new Command.MoveDebrief(seen().topics().size()));
        assertThat(seen().topic()).isEmpty();
        send(maya, new Command.WordSentence("Say first what it earns."));
        send(maya, new Command.ConfirmSentence(1));
        assertThat(seen().confirmedBy(maya.id())).isTrue();
        send(ada, new Command.WordSentence("Say first what it earns, then what it costs."));
        assertThat(seen().confirmed()).isEmpty();
        send(maya, new Command.ConfirmSentence(2));
        assertThat(seen().agreed()).isFalse();
        send(ben, new Command.ConfirmSentence(2));
        assertThat(seen().agreed()).isTrue();
        assertThat(seen().open()).isFalse();
    }

    private DebriefView open() {
        send(ada, new Command.OpenDebrief(false));
        return seen();
    }

    private DebriefView seen() {
        return core.views.debrief(id, maya.id()).orElseThrow();
    }

    private Given given(Person person, Level level) {
        return new Given(
                person.id(),
                level,
                Optional.ofNullable(question.anchors()
                        .getOrDefault(Shift.STRATEGY, Map.of())
                        .get(level)));
    }

    private void score(Person interviewer, Level strategy, String note) {
        send(interviewer, new Command.Rate(question.id(), Shift.STRATEGY, strategy));
        send(
                interviewer,
                new Command.Rate(
                        question.id(),
                        Shift.ACCOUNTABILITY,
                        interviewer.equals(ben) ? Level.NOT_OBSERVED : Level.THREE));
        question.traps()
                .forEach(trap ->
                        send(interviewer, new Command.JudgeTrap(question.id(), trap.id(), TrapJudgement.AVOIDED)));
        send(interviewer, new Command.NoteEvidence(new EvidenceId(core.ids.next()), question.id(), note));
    }

    private Map<String, Question> guide() {
        return core.views.forInterviewer(id, ada.id()).orElseThrow().guide();
    }

    private void send(Person by, Command command) {
        assertThat(core.send(id, by, command)).as("%s", command).isInstanceOf(Outcome.Done.class);
    }
}
