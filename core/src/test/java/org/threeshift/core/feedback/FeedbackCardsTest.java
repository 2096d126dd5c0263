package org.threeshift.core.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.threeshift.core.bank.Question;
import org.threeshift.core.feedback.FeedbackCards.Due;
import org.threeshift.core.feedback.FeedbackCards.Said;
import org.threeshift.core.interview.Hosting.Candidate;
import org.threeshift.core.interview.InterviewFixtures;
import org.threeshift.core.interview.Outcome;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.EvidenceId;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.rubric.Verdict;

class FeedbackCardsTest {
    private final InterviewFixtures core = new InterviewFixtures();
    private final FeedbackCards cards = FeedbackCards.inMemory(core.states, core.time);
    private final Person ada = core.coach("Ada");
    private final Person ben = core.member("Ben");
    private final Person sue = core.member("Sue");
    private final Person maya = core.member("Maya");

    @Test
    void before_publication_there_is_no_card_to_give() {
        InterviewId open = played(maya, false);
        assertThat(cards.due(open, maya.id())).isEmpty();
        assertThat(give(open, maya, ada, "")).isEqualTo(new Said.NotYours());
    }

    @Test
    void the_candidate_has_a_card_for_each_interviewer_who_counts_and_for_no_shadow() {
        InterviewId published = played(maya, true);
        assertThat(cards.due(published, maya.id()))
                .extracting(Due::interviewer)
                .containsExactlyInAnyOrder(ada.id(), ben.id());
        assertThat(give(published, maya, sue, "")).isEqualTo(new Said.NotYours());
    }

    @Test
    void nobody_else_has_one() {
        InterviewId published = played(maya, true);
        assertThat(cards.due(published, ada.id())).isEmpty();
        assertThat(cards.due(published, core.member("Eve").id())).isEmpty();
        assertThat(give(published, ben, ada, "I am a great interviewer.")).isEqualTo(new Said.NotYours());
        assertThat(cards.due(new InterviewId(new UUID(1, 1)), maya.id())).isEmpty();
    }

    @Test
    void a_card_may_be_changed_until_the_interviewer_sees_it() {
        InterviewId published = played(maya, true);
        give(published, maya, ada, " Said too little. ");
        give(published, maya, ada, "Said what the answer means.");
        assertThat(own(published, maya, ada).card())
                .hasValueSatisfying(card -> assertThat(card.sentence()).isEqualTo("Said what the answer means."));
        assertThat(own(published, maya, ada).stands()).isFalse();
        assertThat(cards.about(ada.id())).isEqualTo(new Feedback.NotYet());

        answers(2);
        assertThat(cards.about(ada.id()))
                .isInstanceOfSatisfying(
                        Feedback.Shown.class,
                        shown -> assertThat(shown.sentences()).contains("Said what the answer means."));
        assertThat(own(published, maya, ada).stands()).isTrue();
        assertThat(give(published, maya, ada, "Now I know better.")).isEqualTo(new Said.Stands());
        assertThat(own(published, maya, ben).stands()).isFalse();
    }

    @Test
    void three_interviews_of_one_person_show_nothing() {
        for (int time = 0; time < 3; time++) {
            give(played(maya, true), maya, ada, "Again.");
        }
        assertThat(cards.about(ada.id())).isEqualTo(new Feedback.NotYet());
    }

    @Test
    void a_sentence_of_three_hundred_characters_fits_and_one_more_is_refused() {
        InterviewId published = played(maya, true);
        assertThat(give(published, maya, ada, "😀".repeat(301))).isEqualTo(new Said.TooLong());
        assertThat(own(published, maya, ada).card()).isEmpty();
        assertThat(give(published, maya, ada, "😀".repeat(300))).isInstanceOf(Said.Saved.class);
    }

    private void answers(int others) {
        List<Person> people = new ArrayList<>();
        for (int number = 0; number < others; number++) {
            people.add(core.member("Candidate" + number));
        }
        people.forEach(person -> give(played(person, true), person, ada, ""));
    }

    private Due own(InterviewId interview, Person candidate, Person interviewer) {
        return cards.due(interview, candidate.id()).stream()
                .filter(due -> due.interviewer().equals(interviewer.id()))
                .findFirst()
                .orElseThrow();
    }

    private Said give(InterviewId interview, Person candidate, Person interviewer, String sentence) {
        return cards.give(
                interview,
                candidate.id(),
                interviewer.id(),
                Map.of(Shift.STRATEGY, Level.FOUR, Shift.ACCOUNTABILITY, Level.THREE, Shift.TEAM, Level.NOT_OBSERVED),
                sentence);
    }

    /** A panel of Ada and Ben with a shadow, on one question. */
    private InterviewId played(Person candidate, boolean published) {
        InterviewId id = core.host(ada, new Candidate.Member(candidate.id()), "warm-up", ben);
        send(id, ada, new Command.GiveSeat(sue.id(), Seat.SHADOW));
        core.candidateEnters(id, candidate);
        send(id, ada, new Command.Start());
        Question question = core.views
                .forInterviewer(id, ada.id())
                .orElseThrow()
                .guide()
                .values()
                .iterator()
                .next();
        send(id, ada, new Command.Pose(question.id()));
        for (Person one : List.of(ada, ben, sue)) {
            question.shifts().forEach(shift -> send(id, one, new Command.Rate(question.id(), shift, Level.FOUR)));
            question.traps()
                    .forEach(trap ->
                            send(id, one, new Command.JudgeTrap(question.id(), trap.id(), TrapJudgement.AVOIDED)));
            send(id, one, new Command.NoteEvidence(new EvidenceId(core.ids.next()), question.id(), "Said so."));
        }
        send(id, ada, new Command.Finish());
        for (PersonId one : List.of(ada.id(), ben.id(), sue.id())) {
            Person who = core.people.find(one).orElseThrow();
            send(id, who, new Command.LockSheet(Verdict.YES, "Good."));
        }
        if (published) {
            send(id, ada, new Command.Publish(true));
        }
        return id;
    }

    private void send(InterviewId id, Person by, Command command) {
        assertThat(core.send(id, by, command)).as("%s", command).isInstanceOf(Outcome.Done.class);
    }
}
