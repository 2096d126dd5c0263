package org.threeshift.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.bank.Question;
import org.threeshift.core.database.CountedStatements;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.database.TestRows;
import org.threeshift.core.exchange.Exchanges.Made;
import org.threeshift.core.exchange.Exchanges.Swap;
import org.threeshift.core.id.Ids;
import org.threeshift.core.interview.AgendaChanges;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.Hosting.Candidate;
import org.threeshift.core.interview.InterviewViews;
import org.threeshift.core.interview.Interviews;
import org.threeshift.core.interview.Outcome;
import org.threeshift.core.interview.Sent;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.Command.By;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.interview.model.Refusal;
import org.threeshift.core.live.Bell;
import org.threeshift.core.live.LocalBell;
import org.threeshift.core.mail.Mails;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;

/** Two nodes on one database. */
class PostgresExchangesIT extends ExchangeStoreContract {
    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    static final AnnotationConfigApplicationContext one = node(database.jdbcClient());

    @AutoClose
    static final AnnotationConfigApplicationContext other = node(database.jdbcClient());

    private final ExchangeStore store = new PostgresExchangeStore(database.jdbcClient());
    private final Person ada = member();
    private final Person ben = member();

    @Override
    ExchangeStore store() {
        return store;
    }

    @Override
    InterviewId interview() {
        return TestRows.interview(database, ada.id());
    }

    @Test
    void however_both_agree_at_once_on_two_nodes_one_second_half_is_made() throws Exception {
        for (int round = 0; round < 10; round++) {
            Made.Done made = made();
            over(made.first());
            together(
                    () -> one.getBean(Exchanges.class).agree(made.exchange(), ada.id()),
                    () -> other.getBean(Exchanges.class).agree(made.exchange(), ben.id()),
                    () -> one.getBean(Exchanges.class).agree(made.exchange(), ben.id()),
                    () -> other.getBean(Exchanges.class).agree(made.exchange(), ada.id()));
            ExchangeView view =
                    one.getBean(Exchanges.class).find(made.exchange(), ada.id()).orElseThrow();
            assertThat(view.progress()).isEqualTo(new Progress.SecondHalf());
            assertThat(view.source()).contains(SecondRound.Source.ROUND);
            assertThat(database.jdbcClient()
                            .sql("select count(*) from interview where host = :host")
                            .param("host", ben.id().value())
                            .query(Integer.class)
                            .single())
                    .isEqualTo(round + 1);
        }
    }

    @Test
    void who_agrees_and_who_declines_at_once_leave_one_of_the_two() throws Exception {
        for (int round = 0; round < 10; round++) {
            Made.Done made = made();
            over(made.first());
            one.getBean(Exchanges.class).agree(made.exchange(), ada.id());
            together(
                    () -> one.getBean(Exchanges.class).agree(made.exchange(), ben.id()),
                    () -> other.getBean(Exchanges.class).decline(made.exchange(), ada.id()));
            ExchangeView view =
                    one.getBean(Exchanges.class).find(made.exchange(), ada.id()).orElseThrow();
            assertThat(view.progress() instanceof Progress.SecondHalf)
                    .isEqualTo(view.second().isPresent());
            assertThat(view.offered()).isFalse();
        }
    }

    @Test
    void a_second_half_that_a_dead_node_owes_is_set_up_by_whoever_looks_next() {
        Made.Done made = made();
        over(made.first());
        store.agree(made.exchange(), Chair.INTERVIEWER, Instant.now());
        store.agree(made.exchange(), Chair.CANDIDATE, Instant.now());
        assertThat(other.getBean(Exchanges.class)
                        .of(made.first(), ben.id())
                        .orElseThrow()
                        .second())
                .isPresent();
    }

    @Test
    void a_list_of_exchanges_asks_the_database_as_often_as_one() {
        var statements = new CountedStatements(database.dataSource());
        List<InterviewId> firsts = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            Made.Done made = made();
            over(made.first());
            firsts.add(made.first());
            if (number == 1) {
                one.getBean(Exchanges.class).agree(made.exchange(), ada.id());
                one.getBean(Exchanges.class).agree(made.exchange(), ben.id());
            }
        }
        try (var third = node(JdbcClient.create(statements))) {
            Exchanges exchanges = third.getBean(Exchanges.class);
            assertThat(exchanges.among(firsts, ada.id())).hasSize(5);
            int before = statements.count();
            assertThat(exchanges.of(firsts.getFirst(), ada.id()).orElseThrow().offered())
                    .isTrue();
            int ofOne = statements.count() - before;
            assertThat(exchanges.among(firsts, ada.id())).hasSize(5);
            assertThat(statements.count() - before - ofOne).isEqualTo(ofOne).isLessThanOrEqualTo(4);
        }
    }

    @Test
    void what_the_first_half_showed_is_not_added_to_the_second_by_hand() {
        Made.Done made = made();
        over(made.first());
        one.getBean(Exchanges.class).agree(made.exchange(), ada.id());
        one.getBean(Exchanges.class).agree(made.exchange(), ben.id());
        InterviewId second = store.find(made.exchange()).orElseThrow().second();
        assertThat(add(second, "goals-from-the-business"))
                .isEqualTo(new Outcome.Refused(Refusal.of(Refusal.Code.SEEN_IN_EXCHANGE)));
        assertThat(add(second, "the-first-hire")).isInstanceOf(Outcome.Done.class);
        assertThat(one.getBean(InterviewViews.class).questionsToAdd(second, ben.id()))
                .extracting(Question::id)
                .contains("whose-deal-was-it")
                .doesNotContain("goals-from-the-business", "the-first-hire");
    }

    @Test
    void the_rest_of_the_bank_is_kept_for_the_second_half() {
        Made.Done made = made();
        InterviewId first = made.first();
        assertThat(one.getBean(InterviewViews.class).questionsToAdd(first, ada.id()))
                .isEmpty();
        assertThat(one.getBean(AgendaChanges.class)
                        .add(
                                first,
                                one.getBean(Ids.class).next(),
                                "whose-deal-was-it",
                                new By(ada.id(), Instant.now())))
                .isEqualTo(new Outcome.Refused(Refusal.of(Refusal.Code.SEEN_IN_EXCHANGE)));
        store.decline(made.exchange(), Chair.CANDIDATE, Instant.now());
        assertThat(one.getBean(InterviewViews.class).questionsToAdd(first, ada.id()))
                .isNotEmpty();
    }

    private Outcome add(InterviewId interview, String question) {
        one.getBean(Interviews.class)
                .send(
                        interview,
                        new Sent(one.getBean(Ids.class).next(), new By(ben.id(), Instant.now()), new Command.Start()));
        return one.getBean(AgendaChanges.class)
                .add(interview, one.getBean(Ids.class).next(), question, new By(ben.id(), Instant.now()));
    }

    @Test
    void the_database_takes_no_exchange_that_is_declined_and_swapped() {
        Made.Done made = made();
        store.agree(made.exchange(), Chair.INTERVIEWER, Instant.now());
        store.agree(made.exchange(), Chair.CANDIDATE, Instant.now());
        assertThatThrownBy(() -> database.jdbcClient()
                        .sql("update exchange set declined_by = 'CANDIDATE', declined_at = now() where id = :id")
                        .param("id", made.exchange().value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void an_exchange_without_a_first_half_is_refused() {
        var nothing = new InterviewId(UUID.randomUUID());
        var exchange =
                Exchange.agreedOn(new ExchangeId(UUID.randomUUID()), nothing, new InterviewId(UUID.randomUUID()), 90);
        assertThatThrownBy(() -> store.add(exchange, Instant.now()))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @SafeVarargs
    private static void together(Callable<Swap>... clicks) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<Swap>>();
            for (Callable<Swap> click : clicks) {
                answers.add(threads.submit(click));
            }
            for (Future<Swap> answer : answers) {
                answer.get();
            }
        }
    }

    private Made.Done made() {
        var first = new Hosting.Plan(
                new InterviewId(one.getBean(Ids.class).next()),
                Kind.PEER,
                "marketing-manager",
                "the-seven",
                new Candidate.Member(ben.id()),
                Set.of(),
                Optional.empty(),
                ZoneId.of("UTC"));
        var plan = new Exchanges.Plan(first, OptionalInt.of(90), false);
        return (Made.Done) one.getBean(Exchanges.class).host(plan, ada);
    }

    private void over(InterviewId interview) {
        String question = one.getBean(InterviewViews.class)
                .forInterviewer(interview, ada.id())
                .orElseThrow()
                .setup()
                .agenda()
                .items()
                .getFirst()
                .questionId();
        List<Sent> sent =
                List.<Command>of(new Command.Start(), new Command.Pose(question), new Command.Finish()).stream()
                        .map(command ->
                                new Sent(one.getBean(Ids.class).next(), new By(ada.id(), Instant.now()), command))
                        .toList();
        assertThat(one.getBean(Interviews.class).sendAll(interview, sent)).isInstanceOf(Outcome.Done.class);
    }

    private static Person member() {
        People people = one.getBean(People.class);
        var enrolled = people.enrol("Somebody", UUID.randomUUID() + "@example.org", "UTC", Role.MEMBER);
        return ((org.threeshift.core.people.Outcome.Done) enrolled).person();
    }

    private static AnnotationConfigApplicationContext node(JdbcClient jdbc) {
        var application = new AnnotationConfigApplicationContext();
        application.registerBean(JdbcClient.class, () -> jdbc);
        application.registerBean(Bell.class, LocalBell::new);
        application.registerBean(Mails.class, () -> _ -> {});
        application.registerBean(TransactionOperations.class, TransactionOperations::withoutTransaction);
        application.scan(
                "org.threeshift.core.id",
                "org.threeshift.core.audit",
                "org.threeshift.core.people",
                "org.threeshift.core.bank",
                "org.threeshift.core.interview",
                "org.threeshift.core.exchange");
        application.refresh();
        return application;
    }
}
