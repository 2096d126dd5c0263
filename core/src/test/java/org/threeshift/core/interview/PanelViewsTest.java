package org.threeshift.core.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.threeshift.core.interview.Hosting.Candidate;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.Course;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Sheet;
import org.threeshift.core.people.Person;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Rung;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.rubric.Verdict;

/** Who sees what of a panel of two with a shadow and an observer: blind until nobody can be swayed any more. */
class PanelViewsTest {
    private static final String QUESTION = "goals-from-the-business";

    private final InterviewFixtures core = new InterviewFixtures();
    private final Person ada = core.coach("Ada");
    private final Person ben = core.member("Ben");
    private final Person sam = core.member("Sam");
    private final Person ola = core.member("Ola");
    private final Person maya = core.member("Maya");
    private InterviewId interview = new InterviewId(new java.util.UUID(0, 0));

    @BeforeEach
    void on_the_first_question() {
        interview = core.host(ada, new Candidate.Member(maya.id()), "the-seven", ben);
        core.send(interview, ada, new Command.GiveSeat(sam.id(), Seat.SHADOW));
        core.send(interview, ada, new Command.GiveSeat(ola.id(), Seat.OBSERVER));
        core.send(interview, ada, new Command.Start());
        core.send(interview, ada, new Command.Pose(QUESTION));
    }

    @Test
    void everybody_on_the_interviewers_side_sees_the_guide_and_the_course() {
        for (Person person : List.of(ada, ben, sam, ola)) {
            assertThat(view(person).guide()).containsKey(QUESTION);
            assertThat(view(person).course().orElseThrow().open()).contains(QUESTION);
        }
        assertThat(view(ada).leads()).isTrue();
        assertThat(view(ben).leads()).isFalse();
        assertThat(view(sam).seat()).isEqualTo(Seat.SHADOW);
        assertThat(view(ola).missing()).as("an observer owes nothing").isEmpty();
        assertThat(view(sam).missing()).isNotEmpty();
    }

    @Test
    void while_it_runs_nobody_sees_that_another_scores() {
        List<InterviewerView> before = views();
        score(ada, Level.THREE);
        score(sam, Level.NOT_OBSERVED);
        core.send(interview, ada, new Command.MarkHeight(QUESTION, Shift.STRATEGY));
        core.send(interview, sam, new Command.MarkHeight(QUESTION, Shift.STRATEGY));
        assertThat(blind(view(ben))).isEqualTo(blind(before.get(1)));
        assertThat(blind(view(ola))).isEqualTo(blind(before.get(3)));
        assertThat(view(sam)
                        .course()
                        .orElseThrow()
                        .posed(QUESTION)
                        .orElseThrow()
                        .heights())
                .extracting(Course.Height::by)
                .containsExactly(sam.id());
    }

    @Test
    void a_probe_is_heard_by_all_and_its_judgement_is_the_askers() {
        core.send(interview, ada, new Command.AskProbe(QUESTION, Rung.MANAGER));
        core.send(interview, ada, new Command.JudgeProbe(QUESTION, Rung.MANAGER, true));
        for (Person person : List.of(ben, sam, ola)) {
            assertThat(view(person)
                            .course()
                            .orElseThrow()
                            .posed(QUESTION)
                            .orElseThrow()
                            .probes())
                    .hasSize(1)
                    .allMatch(probe -> probe.held().isEmpty());
        }
    }

    @Test
    void one_locked_sheet_opens_nothing_to_anybody() {
        over();
        lock(ada);
        core.selfScore(interview, maya, Level.THREE);
        for (Person person : List.of(ada, ben, sam, ola)) {
            assertThat(view(person).panel()).isEmpty();
            assertThat(view(person).shadows()).isEmpty();
        }
        assertThat(view(ada).sheetsOpen()).contains(1);
        for (Person person : List.of(ben, sam, ola)) {
            assertThat(view(person).sheetsOpen()).isEmpty();
            assertThat(view(person).selfScored()).isEmpty();
        }
    }

    @Test
    void once_all_that_count_are_locked_whoever_locked_and_whoever_only_watches_sees_them() {
        over();
        lock(ada);
        lock(ben);
        assertThat(view(ada).panel()).extracting(Sheet::interviewer).containsExactlyInAnyOrder(ada.id(), ben.id());
        assertThat(view(ada).others()).extracting(Sheet::interviewer).containsExactly(ben.id());
        assertThat(view(ola).panel()).hasSize(2);
        assertThat(view(sam).panel()).as("a shadow who has not locked").isEmpty();
        assertThat(view(ada).shadows()).isEmpty();

        lock(sam);
        assertThat(view(sam).panel()).hasSize(2);
        assertThat(view(sam).others()).hasSize(2);
        assertThat(view(ada).panel()).as("a shadow never counts").hasSize(2);
        assertThat(view(ada).shadows()).extracting(Sheet::interviewer).containsExactly(sam.id());
    }

    @Test
    void a_shadow_who_locks_first_sees_nothing_before_the_panel_is_done() {
        over();
        lock(sam);
        assertThat(view(sam).panel()).isEmpty();
        assertThat(view(sam).sheetsOpen()).contains(2);
        lock(ada);
        assertThat(view(sam).panel()).isEmpty();
    }

    @Test
    void closed_scoring_shows_the_locked_sheets_to_all_and_the_drafts_to_nobody() {
        over();
        lock(ada);
        core.send(interview, ada, new Command.CloseScoring());
        for (Person person : List.of(ada, ben, sam, ola)) {
            assertThat(view(person).scoringClosed()).isTrue();
            assertThat(view(person).panel()).extracting(Sheet::interviewer).containsExactly(ada.id());
        }
        assertThat(view(ben).sheet().levels())
                .as("one's own draft stays in sight")
                .isNotEmpty();
    }

    @Test
    void the_candidate_knows_who_listens_and_nothing_of_what_they_write() {
        CandidateView before = core.views.forCandidate(interview, maya.id()).orElseThrow();
        assertThat(before.watchers()).containsOnlyKeys(sam.id(), ola.id());
        over();
        lock(ada);
        lock(ben);
        core.send(interview, ada, new Command.CloseScoring());
        CandidateView after = core.views.forCandidate(interview, maya.id()).orElseThrow();
        assertThat(after.posed())
                .extracting(CandidateView.PosedQuestion::prompt)
                .hasSize(1);
        assertThat(after.toString()).doesNotContain("Summed up.");
        assertThat(after.clock().orElseThrow().since()).as("it is over").isEmpty();
    }

    /** All but the number of the last event, which tells that something happened and must not leave the server. */
    private static List<Object> blind(InterviewerView view) {
        return List.of(
                view.phase(),
                view.setup(),
                view.course(),
                view.sheet(),
                view.panel(),
                view.shadows(),
                view.sheetsOpen(),
                view.selfScored(),
                view.missing());
    }

    @Test
    void results_that_the_candidate_keeps_close_after_the_debrief_and_the_own_sheet_stays() {
        over();
        for (Person person : List.of(ada, ben, sam)) {
            lock(person);
        }
        core.keptResults.add(interview);
        assertThat(view(ben).panel()).as("nothing is kept before publication").isNotEmpty();
        core.send(interview, ada, new Command.OpenDebrief(true));
        assertThat(view(ben).panel()).as("a debrief is on everybody’s screen").hasSize(2);
        core.send(interview, ada, new Command.EndDebrief(true));
        for (Person person : List.of(ada, ben, sam, ola)) {
            assertThat(view(person).panel()).isEmpty();
            assertThat(view(person).shadows()).isEmpty();
            assertThat(view(person).debrief()).isEmpty();
            assertThat(core.views.debrief(interview, person.id())).isEmpty();
        }
        assertThat(view(ben).sheet().locked()).isTrue();
        assertThat(core.views.debrief(interview, maya.id())).isPresent();
        core.keptResults.remove(interview);
        assertThat(view(ben).panel()).hasSize(2);
    }

    private List<InterviewerView> views() {
        return List.of(view(ada), view(ben), view(sam), view(ola));
    }

    private InterviewerView view(Person person) {
        return core.views.forInterviewer(interview, person.id()).orElseThrow();
    }

    private void over() {
        for (Person person : List.of(ada, ben, sam)) {
            score(person, Level.THREE);
        }
        core.send(interview, ada, new Command.Finish());
    }

    /** With levels that need no evidence. */
    private void score(Person by, Level level) {
        for (Shift shift : List.of(Shift.STRATEGY, Shift.ACCOUNTABILITY)) {
            core.send(interview, by, new Command.Rate(QUESTION, shift, level));
        }
        core.send(interview, by, new Command.JudgeTrap(QUESTION, "vanity-metrics", TrapJudgement.AVOIDED));
    }

    private void lock(Person person) {
        assertThat(core.send(interview, person, new Command.LockSheet(Verdict.YES, "Summed up.")))
                .isInstanceOf(Outcome.Done.class);
    }
}
