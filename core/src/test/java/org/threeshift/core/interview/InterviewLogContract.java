package org.threeshift.core.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.threeshift.core.interview.InterviewLog.Append;
import org.threeshift.core.interview.InterviewLog.Batch;
import org.threeshift.core.interview.InterviewLog.Trace;
import org.threeshift.core.interview.model.Amendment;
import org.threeshift.core.interview.model.ErasedWords;
import org.threeshift.core.interview.model.EvidenceId;
import org.threeshift.core.interview.model.InterviewEvent;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Recorded;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.Verdict;

/** What every log of interviews does. */
abstract class InterviewLogContract {
    private static final int ROUNDS = 25;

    abstract InterviewLog log();

    /** Somebody whom the place of the log knows. */
    abstract PersonId person();

    @Test
    void an_unknown_interview_has_no_events() {
        assertThat(log().read(new InterviewId(UUID.randomUUID()), 0)).isEmpty();
    }

    @Test
    void one_batch_is_read_back_as_it_was_written() {
        Scene scene = new Scene(person());
        Batch batch = scene.next(scene.scheduled(), new InterviewEvent.Started(), posed());
        assertThat(log().append(batch)).isEqualTo(new Append.Done(3));
        assertThat(log().read(scene.id, 0)).isEqualTo(batch.events());
    }

    @Test
    void a_second_batch_continues_the_first() {
        Scene scene = begun();
        assertThat(log().append(scene.happened(scene.next(rated(Level.TWO), rated(Level.FOUR)))))
                .isEqualTo(new Append.Done(5));
        assertThat(log().append(scene.happened(scene.next(rated(Level.NOT_OBSERVED)))))
                .isEqualTo(new Append.Done(6));
        assertThat(log().read(scene.id, 0)).isEqualTo(scene.past());
    }

    @Test
    void words_are_erased_together_with_the_event_that_says_so() {
        Scene scene = begun();
        log().append(scene.happened(scene.next(
                new InterviewEvent.EvidenceNoted(new EvidenceId(UUID.randomUUID()), "budget", "She never says why."),
                new InterviewEvent.Finished(),
                new InterviewEvent.SheetLocked(Verdict.NO, "No."),
                new InterviewEvent.SheetAmended(new Amendment.OfSummary("Hardly."), "Too harsh."))));
        var said = new InterviewEvent.WordsErased(scene.host, false);
        assertThat(log().erase(scene.happened(scene.next(said)), List.of(1L, 4L, 6L, 7L), ErasedWords.WORDS))
                .isEqualTo(new Append.Done(8));
        List<Recorded> left = log().read(scene.id, 0);
        assertThat(left).hasSize(8);
        for (int index = 0; index < left.size(); index++) {
            InterviewEvent was = scene.past().get(index).event();
            assertThat(left.get(index).event()).isEqualTo(ErasedWords.of(was, ErasedWords.WORDS));
        }
        assertThat(left.toString()).doesNotContain("She never", "Hardly", "harsh", "Ada");
    }

    @Test
    void a_stale_erasure_erases_nothing() {
        Scene scene = begun();
        Batch slow = scene.next(new InterviewEvent.WordsErased(scene.host, false));
        log().append(scene.happened(scene.next(rated(Level.FIVE))));
        assertThat(log().erase(slow, List.of(1L), ErasedWords.WORDS)).isEqualTo(new Append.Stale());
        assertThat(log().read(scene.id, 0)).isEqualTo(scene.past());
    }

    @Test
    void whoever_acted_sat_or_was_invited_by_name_left_a_trace() {
        Scene scene = begun();
        assertThat(log().traces(scene.host, Set.of())).containsExactly(new Trace(scene.id, false));
        assertThat(log().traces(new PersonId(UUID.randomUUID()), Set.of("ada"))).contains(new Trace(scene.id, true));
        for (String stranger : List.of("nobody of that name", "ad", "a.a", "(")) {
            assertThat(log().traces(new PersonId(UUID.randomUUID()), Set.of(stranger)))
                    .as(stranger)
                    .isEmpty();
        }
    }

    @Test
    void a_reader_gets_only_what_came_after_its_number() {
        Scene scene = begun();
        assertThat(log().read(scene.id, 1)).isEqualTo(scene.past().subList(1, 3));
        assertThat(log().read(scene.id, 3)).isEmpty();
        assertThat(log().read(scene.id, 17)).isEmpty();
    }

    @Test
    void several_are_read_at_once_each_from_its_own_number() {
        Scene one = begun();
        Scene other = begun();
        assertThat(log().read(Map.of(one.id, 0L, other.id, 1L, new InterviewId(UUID.randomUUID()), 0L)))
                .isEqualTo(Map.of(one.id, one.past(), other.id, other.past().subList(1, 3)));
        assertThat(log().read(Map.of(one.id, 3L))).isEmpty();
    }

    @Test
    void whoever_has_not_seen_the_last_event_is_stale_and_writes_nothing() {
        Scene scene = begun();
        Batch slow = scene.next(rated(Level.ONE));
        log().append(scene.happened(scene.next(rated(Level.FIVE))));
        assertThat(log().append(slow)).isEqualTo(new Append.Stale());
        assertThat(log().read(scene.id, 0)).isEqualTo(scene.past());
    }

    @Test
    void whoever_leaves_a_gap_is_stale_and_writes_nothing() {
        Scene scene = begun();
        List<?> before = log().read(scene.id, 0);
        scene.happened(scene.next(rated(Level.FIVE)));
        assertThat(log().append(scene.next(rated(Level.ONE)))).isEqualTo(new Append.Stale());
        assertThat(log().read(scene.id, 0)).isEqualTo(before);
    }

    @Test
    void a_first_batch_comes_once() {
        Scene scene = begun();
        Scene again = new Scene(scene.host);
        Batch second = new Batch(
                scene.id,
                0,
                again.next(again.scheduled()).events(),
                again.next().before(),
                again.next(again.scheduled()).after());
        assertThat(log().append(second)).isEqualTo(new Append.Stale());
        assertThat(log().read(scene.id, 0)).isEqualTo(scene.past());
    }

    @Test
    void a_batch_that_was_sent_before_is_a_duplicate() {
        Scene scene = begun();
        Batch batch = scene.happened(scene.next(rated(Level.ONE), rated(Level.TWO)));
        log().append(batch);
        assertThat(log().append(batch)).isEqualTo(new Append.Duplicate());
        assertThat(log().read(scene.id, 0)).isEqualTo(scene.past());
    }

    @Test
    void an_id_is_a_duplicate_at_the_right_number_too() {
        Scene scene = begun();
        UUID used = scene.past().getLast().eventId();
        assertThat(log().append(scene.nextWithId(used, rated(Level.ONE)))).isEqualTo(new Append.Duplicate());
        assertThat(log().read(scene.id, 0)).isEqualTo(scene.past());
    }

    @Test
    void an_id_of_another_interview_is_a_duplicate_and_nothing_of_the_batch_stays() {
        UUID used = begun().past().getLast().eventId();
        Scene scene = begun();
        Batch fresh = scene.next(rated(Level.ONE));
        var events = new ArrayList<>(fresh.events());
        events.addAll(twice(scene, used));
        assertThat(log().append(new Batch(scene.id, 3, events, fresh.before(), fresh.after())))
                .isEqualTo(new Append.Duplicate());
        assertThat(log().read(scene.id, 0)).isEqualTo(scene.past());
    }

    @Test
    void of_two_who_write_at_once_one_is_stale() throws Exception {
        Scene scene = begun();
        for (int round = 0; round < ROUNDS; round++) {
            Batch one = scene.next(rated(Level.ONE), rated(Level.TWO));
            Batch other = scene.next(rated(Level.FIVE), rated(Level.FOUR));
            List<Append> answers = atOnce(one, other);
            Batch winner = answers.getFirst() instanceof Append.Done ? one : other;
            scene.happened(winner);
            assertThat(answers)
                    .containsExactlyInAnyOrder(new Append.Done(scene.past().size()), new Append.Stale());
            assertThat(log().read(scene.id, 0)).isEqualTo(scene.past());
        }
    }

    @Test
    void of_two_who_send_the_same_at_once_one_is_told_so() throws Exception {
        Scene scene = begun();
        for (int round = 0; round < ROUNDS; round++) {
            Batch batch = scene.next(rated(Level.ONE), rated(Level.TWO));
            List<Append> answers = atOnce(batch, batch);
            scene.happened(batch);
            assertThat(answers)
                    .containsExactlyInAnyOrder(new Append.Done(scene.past().size()), new Append.Duplicate());
            assertThat(log().read(scene.id, 0)).isEqualTo(scene.past());
        }
    }

    private Scene begun() {
        Scene scene = new Scene(person());
        log().append(scene.happened(scene.next(scene.scheduled(), new InterviewEvent.Started(), posed())));
        return scene;
    }

    private List<org.threeshift.core.interview.model.Recorded> twice(Scene scene, UUID used) {
        Scene ahead = new Scene(scene.host);
        ahead.happened(ahead.next(ahead.scheduled(), new InterviewEvent.Started(), posed(), rated(Level.ONE)));
        return ahead.nextWithId(used, rated(Level.TWO)).events();
    }

    private List<Append> atOnce(Batch... batches) throws Exception {
        var start = new CyclicBarrier(batches.length);
        var wishes = new ArrayList<Callable<Append>>();
        for (Batch batch : batches) {
            wishes.add(() -> {
                start.await();
                return log().append(batch);
            });
        }
        var answers = new ArrayList<Append>();
        try (var threads = Executors.newFixedThreadPool(batches.length)) {
            for (Future<Append> wish : threads.invokeAll(wishes)) {
                answers.add(wish.get());
            }
        }
        return answers;
    }

    private static InterviewEvent posed() {
        return new InterviewEvent.QuestionPosed("budget");
    }

    private static InterviewEvent rated(Level level) {
        return new InterviewEvent.Rated("budget", Shift.STRATEGY, level);
    }
}
