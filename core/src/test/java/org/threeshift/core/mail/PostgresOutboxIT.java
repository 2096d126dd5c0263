package org.threeshift.core.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.threeshift.core.audit.Deed;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.id.Ids;
import org.threeshift.core.mail.Message.State;
import org.threeshift.core.mail.Outbox.Fate;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;

class PostgresOutboxIT {
    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    private static final String SECRET = "/set-password/only-ada-may-know-this";

    private final JdbcClient jdbc = database.jdbcClient();
    private final TransactionTemplate transactions =
            new TransactionTemplate(new DataSourceTransactionManager(database.dataSource()));
    private final List<Deed> deeds = new ArrayList<>();
    private final Set<UUID> over = new HashSet<>();
    private final Outbox outbox = new Outbox(
            new PostgresOutboxStore(jdbc),
            (deed, actor, about, detail) -> deeds.add(deed),
            transactions,
            List.of(over::contains),
            this::now);
    private final List<Object> told = new ArrayList<>();
    private final Mails mails = new PostgresMails(jdbc, new Ids(this::now, new SecureRandom()), this::now, told::add);
    private final Person admin = person(Role.ADMIN);
    private Instant now = Instant.parse("2026-11-18T10:00:00Z");

    @BeforeEach
    void empty() {
        jdbc.sql("delete from outbox").update();
    }

    @Test
    void one_event_is_one_message_however_often_it_is_posted() {
        post("confirm:1");
        post("confirm:1");
        assertThat(count(State.WAITING)).isEqualTo(1);
        assertThat(told).hasSize(1);
    }

    @Test
    void what_is_rolled_back_was_never_posted() {
        transactions.executeWithoutResult(transaction -> {
            post("confirm:1");
            transaction.setRollbackOnly();
        });
        assertThat(count(State.WAITING)).isZero();
    }

    @Test
    void what_is_over_when_its_turn_comes_is_taken_out_with_its_secrets_and_the_next_one_goes() {
        post("first");
        post("second");
        UUID first = jdbc.sql("select id from outbox where key = 'first'")
                .query(UUID.class)
                .single();
        over.add(first);
        assertThat(outbox.take().orElseThrow().id()).isNotEqualTo(first);
        assertThat(outbox.take()).isEmpty();
        assertThat(outbox.read(admin, first).orElseThrow()).satisfies(message -> {
            assertThat(message.state()).isEqualTo(State.DISCARDED);
            assertThat(message.values()).doesNotContainValue(SECRET);
        });
    }

    @Test
    void each_message_is_in_one_hand_however_many_reach_for_it() throws Exception {
        for (int number = 0; number < 40; number++) {
            post("event:" + number);
        }
        var go = new CountDownLatch(1);
        Callable<List<UUID>> sender = () -> {
            go.await();
            List<UUID> taken = new ArrayList<>();
            for (Optional<Message> next = outbox.take(); next.isPresent(); next = outbox.take()) {
                taken.add(next.get().id());
            }
            return taken;
        };
        try (ExecutorService senders = Executors.newFixedThreadPool(4)) {
            List<Future<List<UUID>>> hands = List.of(
                    senders.submit(sender), senders.submit(sender), senders.submit(sender), senders.submit(sender));
            go.countDown();
            List<UUID> all = new ArrayList<>();
            for (Future<List<UUID>> hand : hands) {
                all.addAll(hand.get());
            }
            assertThat(all).hasSize(40).doesNotHaveDuplicates();
        }
    }

    @Test
    void the_secrets_of_a_message_are_gone_once_it_is_sent() {
        post("confirm:1");
        assertThat(rows()).contains(SECRET);
        outbox.settle(taken(), new Fate.Sent());
        assertThat(rows()).doesNotContain(SECRET).contains("Ada");
        assertThat(count(State.SENT)).isEqualTo(1);
    }

    @Test
    void what_is_refused_for_now_is_tried_again_after_growing_waits_and_then_no_more() {
        post("confirm:1");
        List<Duration> waited = new ArrayList<>();
        for (int attempt = 1; attempt <= Outbox.WAITS.size(); attempt++) {
            outbox.settle(taken(), new Fate.NotNow("451 busy"));
            assertThat(outbox.take()).isEmpty();
            Message waiting = only();
            waited.add(Duration.between(now, waiting.nextAt()));
            assertThat(waiting.reason()).isEqualTo("451 busy");
            now = waiting.nextAt();
        }
        assertThat(waited).isEqualTo(Outbox.WAITS).isSorted();
        outbox.settle(taken(), new Fate.NotNow("451 busy"));
        assertThat(only().state()).isEqualTo(State.FAILED);
    }

    @Test
    void what_a_node_that_is_gone_had_handed_over_is_not_sent_again_by_itself() {
        post("confirm:1");
        Message lost = taken();
        assertThat(outbox.handOver(lost)).isTrue();
        assertThat(outbox.handOver(lost)).as("twice").isFalse();
        now = now.plus(Outbox.IN_HAND_AT_MOST).minusSeconds(1);
        assertThat(outbox.settleAbandoned("gone")).isEqualTo(new Outbox.Abandoned(0, 0));
        now = now.plusSeconds(2);
        assertThat(outbox.settleAbandoned("gone")).isEqualTo(new Outbox.Abandoned(0, 1));
        assertThat(only().state()).isEqualTo(State.UNCERTAIN);
        assertThat(outbox.take()).isEmpty();
        outbox.settle(lost, new Fate.Sent());
        assertThat(only().state())
                .as("whoever was slow decides nothing any more")
                .isEqualTo(State.UNCERTAIN);
        assertThat(outbox.sendAgain(admin, lost.id())).isTrue();
        assertThat(outbox.take()).isPresent();
    }

    @Test
    void what_it_had_not_handed_over_is_in_another_hand_as_soon_as_its_lease_is_over() {
        post("confirm:1");
        Message slow = taken();
        now = now.plus(Outbox.LEASE).minusSeconds(1);
        assertThat(outbox.settleAbandoned("gone")).isEqualTo(new Outbox.Abandoned(0, 0));
        assertThat(outbox.take()).isEmpty();
        now = now.plusSeconds(1);
        assertThat(outbox.settleAbandoned("gone")).isEqualTo(new Outbox.Abandoned(1, 0));
        assertThat(outbox.handOver(slow)).as("while it waits").isFalse();

        Message other = taken();
        assertThat(other.id()).isEqualTo(slow.id());
        assertThat(outbox.handOver(slow)).as("while another has it").isFalse();
        outbox.settle(slow, new Fate.NotNow("too slow"));
        assertThat(only().state()).as("the slow one decides nothing").isEqualTo(State.SENDING);
        assertThat(outbox.handOver(other)).isTrue();
        outbox.settle(other, new Fate.Sent());
        assertThat(only().state()).isEqualTo(State.SENT);
    }

    @Test
    void a_message_by_which_every_node_dies_fails_after_as_many_attempts_as_any_other() {
        post("confirm:1");
        for (int attempt = 0; attempt <= Outbox.WAITS.size(); attempt++) {
            taken();
            now = now.plus(Outbox.LEASE);
            assertThat(outbox.settleAbandoned("gone")).isEqualTo(new Outbox.Abandoned(1, 0));
        }
        assertThat(only().state()).isEqualTo(State.FAILED);
    }

    /** As rows are that an earlier version of the program took. */
    @Test
    void what_was_taken_without_a_lease_may_have_left() {
        post("confirm:1");
        taken();
        jdbc.sql("update outbox set lease_until = null").update();
        now = now.plus(Outbox.LEASE).plusSeconds(1);
        assertThat(outbox.settleAbandoned("gone")).isEqualTo(new Outbox.Abandoned(0, 0));
        now = now.plus(Outbox.IN_HAND_AT_MOST);
        assertThat(outbox.settleAbandoned("gone")).isEqualTo(new Outbox.Abandoned(0, 1));
    }

    @Test
    void an_admin_decides_about_what_is_open_and_about_nothing_else() {
        post("confirm:1");
        UUID id = only().id();
        assertThat(outbox.discard(person(Role.COACH), id)).isFalse();
        assertThat(outbox.read(person(Role.MEMBER), id)).isEmpty();
        assertThat(outbox.list(person(Role.COACH), Optional.empty(), "", Optional.empty()))
                .isEmpty();
        assertThat(outbox.discard(admin, UUID.randomUUID())).isFalse();
        assertThat(outbox.discard(admin, id)).isTrue();
        assertThat(rows()).doesNotContain(SECRET);
        assertThat(outbox.sendAgain(admin, id)).isFalse();
        assertThat(outbox.take()).isEmpty();
        assertThat(outbox.read(admin, id)).isPresent();
        assertThat(deeds).containsExactly(Deed.MESSAGE_DISCARDED, Deed.MESSAGE_READ);
        // The letter beside the text is the same reading, a look on another day is another.
        assertThat(outbox.read(admin, id)).isPresent();
        now = now.plus(Duration.ofDays(1));
        assertThat(outbox.read(admin, id)).isPresent();
        assertThat(deeds).containsExactly(Deed.MESSAGE_DISCARDED, Deed.MESSAGE_READ, Deed.MESSAGE_READ);
    }

    @Test
    void the_outbox_is_read_page_by_page_and_searched_by_state_and_address() {
        for (int number = 0; number < 120; number++) {
            now = now.plusSeconds(number % 2);
            mails.post(new Mail(
                    "event:" + number, Topic.TRIAL, "p" + number + "@example.org", Optional.empty(), Map.of()));
        }
        List<UUID> read = new ArrayList<>();
        Optional<Outbox.Place> after = Optional.empty();
        do {
            Outbox.Page page = outbox.list(admin, Optional.empty(), "", after).orElseThrow();
            page.messages().forEach(message -> read.add(message.id()));
            after = page.next().flatMap(place -> Outbox.Place.parse(place.toString()));
        } while (after.isPresent());
        assertThat(read).hasSize(120).doesNotHaveDuplicates();
        assertThat(found(Optional.of(State.WAITING), " P119@EXAMPLE ")).isEqualTo(1);
        assertThat(found(Optional.of(State.SENT), "")).isZero();
        assertThat(found(Optional.empty(), "\u0000%_'")).isZero();
    }

    @Test
    void old_messages_go_whether_or_not_they_left() {
        post("confirm:1");
        post("confirm:2");
        outbox.settle(taken(), new Fate.Sent());
        now = now.plus(Duration.ofDays(30));
        post("confirm:3");
        assertThat(outbox.sweep(now.minus(Duration.ofDays(29)))).isEqualTo(2);
        assertThat(count(State.WAITING)).isEqualTo(1);
    }

    private int found(Optional<State> state, String query) {
        return outbox.list(admin, state, query, Optional.empty())
                .orElseThrow()
                .messages()
                .size();
    }

    private void post(String key) {
        mails.post(new Mail(
                key, Topic.PASSWORD_LINK, "ada@example.org", Optional.empty(), Map.of("by", "Ada", "link", SECRET)));
    }

    private Message taken() {
        return outbox.take().orElseThrow();
    }

    private Message only() {
        return outbox.list(admin, Optional.empty(), "", Optional.empty())
                .orElseThrow()
                .messages()
                .getFirst();
    }

    private int count(State state) {
        return outbox.counts().getOrDefault(state, 0);
    }

    private String rows() {
        return String.join(
                "\n",
                jdbc.sql("select outbox::text from outbox")
                        .query((row, number) -> row.getString(1))
                        .list());
    }

    private Instant now() {
        return now;
    }

    private static Person person(Role role) {
        return new Person(
                new PersonId(UUID.randomUUID()), "Somebody", Optional.of("s@example.org"), role, ZoneOffset.UTC, false);
    }
}
