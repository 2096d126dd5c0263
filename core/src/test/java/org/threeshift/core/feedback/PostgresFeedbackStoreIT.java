package org.threeshift.core.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.database.TestRows;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

class PostgresFeedbackStoreIT extends FeedbackStoreContract {
    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    private final FeedbackStore store = new PostgresFeedbackStore(database.jdbcClient());

    @Override
    FeedbackStore store() {
        return store;
    }

    @Test
    void answers_at_the_same_moment_all_get_their_place() throws Exception {
        PersonId ada = person();
        List<FeedbackCard> cards = IntStream.range(0, 8)
                .mapToObj(index -> card(ada, "Answer " + index))
                .toList();
        try (var together = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> answers = cards.stream()
                    .map(card -> (Callable<Boolean>) () -> given(card))
                    .toList();
            for (Future<Boolean> answer : together.invokeAll(answers)) {
                assertThat(answer.get()).isTrue();
            }
        }
        assertThat(store.about(ada)).containsExactlyInAnyOrderElementsOf(cards);
    }

    @Test
    void whoever_waited_in_line_counts_what_the_writer_before_has_committed() throws Exception {
        PersonId ada = person();
        FeedbackCard first = card(ada, "First.");
        FeedbackCard late = card(ada, "Late.");
        try (Connection before = database.dataSource().getConnection();
                var together = Executors.newVirtualThreadPerTaskExecutor()) {
            before.setAutoCommit(false);
            var own = JdbcClient.create(new SingleConnectionDataSource(before, true));
            assertThat(new PostgresFeedbackStore(own).put(first, 0)).isTrue();
            Future<Boolean> waiting = together.submit(() -> store.put(late, 0));
            assertThatThrownBy(() -> waiting.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            before.commit();
            assertThat(waiting.get()).isFalse();
        }
        assertThat(store.about(ada)).containsExactly(first);
    }

    private boolean given(FeedbackCard card) {
        return IntStream.range(0, 50)
                .anyMatch(attempt ->
                        store.put(card, store.about(card.interviewer()).size()));
    }

    @Test
    void three_hundred_characters_fit_and_one_more_does_not() {
        FeedbackCard longest = card(person(), "😀".repeat(FeedbackCards.CHARACTERS));
        assertThat(store.put(longest, 0)).isTrue();
        FeedbackCard longer = card(person(), longest.sentence() + "x");
        assertThatThrownBy(() -> store.put(longer, 0)).isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void nobody_is_their_own_interviewer() {
        FeedbackCard card = card(person(), "");
        var own = new FeedbackCard(
                card.interview(), card.interviewer(), card.interviewer(), card.levels(), "", card.changedAt());
        assertThatThrownBy(() -> store.put(own, 0)).isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void a_level_off_the_scale_is_refused() {
        FeedbackCard card = card(person(), "");
        store.put(card, 0);
        assertThatThrownBy(() -> database.jdbcClient()
                        .sql("update feedback_card set team = 6 where interview_id = :interview")
                        .params(Map.of("interview", card.interview().value()))
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Override
    PersonId person() {
        return TestRows.person(database);
    }

    @Override
    InterviewId interview() {
        return TestRows.interview(database);
    }
}
