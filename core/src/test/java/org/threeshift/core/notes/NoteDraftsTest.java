package org.threeshift.core.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.threeshift.core.interview.Hosting.Candidate;
import org.threeshift.core.interview.InterviewFixtures;
import org.threeshift.core.interview.InterviewerView;
import org.threeshift.core.interview.Outcome;
import org.threeshift.core.interview.Sent;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.EvidenceId;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Limits;
import org.threeshift.core.interview.model.Refusal;
import org.threeshift.core.interview.model.Refusal.Code;
import org.threeshift.core.people.Person;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.rubric.Verdict;

class NoteDraftsTest {
    private static final String QUESTION = "handing-over-your-best-work";

    private final InterviewFixtures core = new InterviewFixtures();
    private final NoteDrafts drafts = core.drafts;
    private final Person ada = core.coach("Ada");
    private final Person ben = core.member("Ben");
    private final Person maya = core.member("Maya");
    private final UUID note = new UUID(4, 2);
    private InterviewId interview = new InterviewId(note);

    @BeforeEach
    void a_panel_on_one_question() {
        interview = core.host(ada, new Candidate.Member(maya.id()), "warm-up", ben);
        core.send(interview, ada, new Command.Start());
        core.send(interview, ada, new Command.Pose(QUESTION));
    }

    private Drafted save(Person person, String text, long revision) {
        return drafts.save(interview, person.id(), note, QUESTION, text, revision);
    }

    @Test
    void what_is_typed_is_kept_to_the_last_space_with_its_time() {
        core.pass(Duration.ofSeconds(22));
        assertThat(save(ada, " Starts from ", 3)).isEqualTo(new Drafted.Saved(core.time.instant()));
        assertThat(drafts.of(interview, ada.id()))
                .containsExactly(new NoteDraft(note, QUESTION, " Starts from ", 3, core.time.instant()));
    }

    @Test
    void nobody_else_learns_of_it() {
        save(ada, "Mine alone", 1);
        assertThat(drafts.of(interview, ben.id())).isEmpty();
        assertThat(drafts.of(interview, maya.id())).isEmpty();
    }

    @Test
    void only_whoever_writes_on_a_sheet_of_it_keeps_drafts() {
        Person olga = core.member("Olga");
        core.send(interview, ada, new Command.GiveSeat(olga.id(), Seat.OBSERVER));
        assertThat(save(maya, "The candidate", 1)).isInstanceOf(Drafted.Refused.class);
        assertThat(save(core.coach("Eve"), "Somebody else", 1)).isInstanceOf(Drafted.Refused.class);
        assertThat(save(olga, "An observer", 1)).isInstanceOf(Drafted.Refused.class);
        assertThat(save(ben, "Another interviewer", 1)).isInstanceOf(Drafted.Saved.class);
    }

    @Test
    void an_emptied_draft_is_gone() {
        save(ada, "Never mind", 1);
        save(ada, "", 2);
        assertThat(drafts.of(interview, ada.id())).isEmpty();
    }

    @Test
    void what_was_handed_in_is_not_offered_again() {
        save(ada, "Starts from the money", 1);
        var by = new Command.By(ada.id(), core.time.instant());
        var handedIn = new Command.NoteEvidence(new EvidenceId(note), QUESTION, "Starts from the money");
        core.interviews.send(interview, new Sent(note, by, handedIn));
        assertThat(drafts.of(interview, ada.id())).isEmpty();
    }

    @Test
    void words_written_elsewhere_since_are_not_written_over() {
        save(ada, "On the tablet", 5);
        assertThat(save(ada, "On the laptop", 5)).isInstanceOf(Drafted.Overtaken.class);
        assertThat(save(ada, "On", 2)).isInstanceOf(Drafted.Overtaken.class);
    }

    @Test
    void too_much_too_many_and_nowhere_are_refused() {
        assertThat(save(ada, "x".repeat(Limits.EVIDENCE_CHARACTERS + 1), 1)).isInstanceOf(Drafted.Refused.class);
        assertThat(save(ada, "No revision", 0)).isInstanceOf(Drafted.Refused.class);
        assertThat(drafts.save(interview, ada.id(), note, "no-such-question", "Where?", 1))
                .isInstanceOf(Drafted.Refused.class);
        for (int number = 0; number < NoteDrafts.MOST; number++) {
            assertThat(drafts.save(interview, ada.id(), new UUID(7, number), QUESTION, "One of many", 1))
                    .isInstanceOf(Drafted.Saved.class);
        }
        assertThat(save(ada, "One too many", 1)).isInstanceOf(Drafted.Refused.class);
        assertThat(drafts.save(interview, ada.id(), new UUID(7, 0), QUESTION, "One of them goes on", 2))
                .isInstanceOf(Drafted.Saved.class);
    }

    private void complete() {
        for (Shift shift : Shift.values()) {
            core.send(interview, ada, new Command.Rate(QUESTION, shift, Level.THREE));
        }
        InterviewerView view = core.views.forInterviewer(interview, ada.id()).orElseThrow();
        view.setup()
                .agenda()
                .item(QUESTION)
                .orElseThrow()
                .traps()
                .forEach(trap ->
                        core.send(interview, ada, new Command.JudgeTrap(QUESTION, trap.id(), TrapJudgement.AVOIDED)));
        core.send(interview, ada, new Command.Finish());
    }

    private Outcome lock() {
        var by = new Command.By(ada.id(), core.time.instant());
        return drafts.lock(interview, new Sent(new UUID(9, 9), by, new Command.LockSheet(Verdict.YES, "Good.")));
    }

    private boolean locked() {
        return core.views
                .forInterviewer(interview, ada.id())
                .orElseThrow()
                .sheet()
                .locked();
    }

    @Test
    void a_sheet_locks_only_when_no_note_is_begun_on_it() {
        complete();
        save(ada, "Left over", 1);
        drafts.save(interview, ada.id(), new UUID(7, 7), QUESTION, "And one more", 1);
        assertThat(lock()).isEqualTo(new Outcome.Refused(Refusal.of(Code.NOTES_BEGUN, "2")));
        assertThat(locked()).isFalse();
        drafts.drop(interview, ada.id(), note);
        core.send(interview, ada, new Command.NoteEvidence(new EvidenceId(new UUID(7, 7)), QUESTION, "Another id"));
        drafts.drop(interview, ada.id(), new UUID(7, 7));
        assertThat(lock()).isInstanceOf(Outcome.Done.class);
        assertThat(locked()).isTrue();
        assertThat(lock()).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_note_that_was_handed_in_or_is_another_persons_keeps_nobody_from_locking() {
        complete();
        save(ada, "Handed in", 1);
        var by = new Command.By(ada.id(), core.time.instant());
        core.interviews.send(
                interview, new Sent(note, by, new Command.NoteEvidence(new EvidenceId(note), QUESTION, "Handed in")));
        save(ben, "Mine", 1);
        assertThat(lock()).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void what_came_on_another_way_while_the_sheet_was_locked_can_still_be_read() {
        complete();
        save(ada, "Left over", 1);
        core.send(interview, ada, new Command.LockSheet(Verdict.YES, "Good."));
        assertThat(locked()).isTrue();
        assertThat(drafts.of(interview, ada.id())).extracting(NoteDraft::text).containsExactly("Left over");
        assertThat(drafts.of(interview, ben.id())).isEmpty();
    }

    @Test
    void a_locked_sheet_takes_no_more() {
        complete();
        core.send(interview, ada, new Command.LockSheet(Verdict.YES, "Good."));
        assertThat(save(ada, "Too late", 2)).isInstanceOf(Drafted.Closed.class);
        assertThat(drafts.of(interview, ada.id())).isEmpty();
    }

    @Test
    void words_that_come_after_the_note_was_handed_in_do_not_begin_it_anew() {
        var by = new Command.By(ada.id(), core.time.instant());
        core.interviews.send(
                interview, new Sent(note, by, new Command.NoteEvidence(new EvidenceId(note), QUESTION, "Handed in")));
        assertThat(save(ada, "Handed in late", 9)).isInstanceOf(Drafted.HandedIn.class);
        core.send(interview, ada, new Command.WithdrawEvidence(new EvidenceId(note)));
        assertThat(save(ada, "Handed in later", 10)).isInstanceOf(Drafted.HandedIn.class);
        assertThat(drafts.of(interview, ada.id())).isEmpty();
    }

    @Test
    void characters_that_no_database_holds_do_not_lose_the_others() {
        assertThat(save(ada, "a\0b\ud800c 😀", 1)).isInstanceOf(Drafted.Saved.class);
        assertThat(drafts.of(interview, ada.id()).getFirst().text()).isEqualTo("a\ufffdb\ufffdc 😀");
    }
}
