package org.threeshift.core.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.mail.Message;
import org.threeshift.core.mail.Outbox;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;

/** What becomes of notices when nodes end in the middle, run at once, or make a mistake. */
class DeliveryIT {
    @AutoClose
    private static final Town town = new Town(Instant.parse("2026-11-18T10:00:00Z"), DeliveryIT::cutOff);

    private static final Person pia = town.person("Pia", Role.MEMBER, "Europe/Berlin");
    private static final Person dana = town.person("Dana", Role.COACH, "Europe/Berlin");

    private final JdbcClient jdbc = town.database.jdbcClient();

    private static boolean cutOff(Throwable e) {
        return e instanceof org.springframework.dao.DataAccessException
                || e instanceof org.springframework.transaction.TransactionException;
    }

    @BeforeEach
    void nothing_is_told_yet() {
        jdbc.sql("delete from notice").update();
        jdbc.sql("delete from outbox").update();
        town.atTheDevice = () -> {};
    }

    @Test
    void a_node_that_ends_in_the_middle_of_telling_loses_and_repeats_nothing() {
        post("one");
        town.atTheDevice = this::theNodeEnds;
        assertThatThrownBy(() -> town.bean(Delivery.class).round()).isInstanceOf(RuntimeException.class);
        assertThat(town.told()).isEmpty();
        assertThat(mails()).isZero();
        assertThat(unread()).isZero();

        town.atTheDevice = () -> {};
        town.bean(Delivery.class).round();
        town.bean(Delivery.class).round();
        assertThat(town.told()).hasSize(3);
        assertThat(mails()).isOne();
        assertThat(unread()).isOne();
    }

    @Test
    void what_one_node_has_in_hand_another_does_not_wait_for_and_does_not_tell() throws Exception {
        post("one");
        post("two");
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            town.atTheDevice = () -> {
                town.atTheDevice = () -> {};
                finished(other.submit(() -> town.bean(Delivery.class).round()));
            };
            town.bean(Delivery.class).round();
        }
        assertThat(town.told()).hasSize(6);
        assertThat(mails()).isEqualTo(2);
    }

    @Test
    void however_many_nodes_tell_at_once_each_notice_is_told_once() throws Exception {
        for (int number = 0; number < 40; number++) {
            post("number " + number);
            post("number " + number);
        }
        try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
            Callable<Boolean> round = () -> {
                town.bean(Delivery.class).round();
                return true;
            };
            for (Future<Boolean> one : nodes.invokeAll(List.of(round, round, round, round))) {
                assertThat(one.get()).isTrue();
            }
        }
        assertThat(town.told()).hasSize(120);
        assertThat(mails()).isEqualTo(40);
    }

    @Test
    void a_mistake_holds_up_no_other_notice_and_is_tried_again_later() {
        post("one");
        post("two");
        town.atTheDevice = () -> {
            town.atTheDevice = () -> {};
            throw new IllegalStateException("a mistake of ours");
        };
        town.bean(Delivery.class).round();
        assertThat(town.told()).hasSize(3);
        town.at(town.now().plus(Duration.ofMinutes(6)));
        town.bean(Delivery.class).round();
        assertThat(town.told()).hasSize(6);
    }

    @Test
    void what_is_withdrawn_or_no_news_any_more_is_not_told() {
        post("withdrawn");
        post("too late");
        town.bean(Notices.class).withdraw("withdrawn");
        town.at(town.now().plus(Duration.ofDays(2)));
        town.bean(Delivery.class).round();
        assertThat(town.told()).isEmpty();
    }

    /** The mail server was away when the interview was called off. */
    @Test
    void a_mail_that_waits_is_taken_out_when_its_interview_is_called_off_meanwhile() {
        town.look();
        jdbc.sql("delete from outbox").update();
        town.at(town.now().plus(Duration.ofMinutes(1)));
        InterviewId interview =
                town.book(dana, pia, town.now().plus(Duration.ofDays(9)).toString());
        town.look();
        town.at(town.now().plus(Duration.ofMinutes(1)));
        town.send(interview, dana, new Command.Cancel("Ill."));
        town.look();
        List<Message> left = List.of(town.bean(Outbox.class).take().orElseThrow());
        assertThat(left).extracting(Message::topic).containsExactly("cancelled");
        assertThat(town.bean(Outbox.class).take()).isEmpty();
        assertThat(town.bean(Outbox.class).counts()).containsEntry(Message.State.DISCARDED, 1);
    }

    private static void post(String key) {
        Instant now = town.now();
        town.bean(Notices.class)
                .post(new Notice(
                        key,
                        Kind.MATCHED,
                        pia.id(),
                        Map.of("at", now.toString(), "confirm-by", now.toString(), "why", "You share a language."),
                        Optional.empty(),
                        "/home",
                        now,
                        now.plus(Duration.ofDays(1))));
    }

    /** Its line to the database is cut, in the middle of its transaction. */
    private void theNodeEnds() {
        new org.springframework.jdbc.core.JdbcTemplate(town.database.dataSource())
                .execute("select pg_terminate_backend(pg_backend_pid())");
    }

    private static void finished(Future<?> work) {
        try {
            work.get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private long mails() {
        return jdbc.sql("select count(*) from outbox").query(Long.class).single();
    }

    private int unread() {
        return town.bean(Inbox.class).unread(pia.id());
    }
}
