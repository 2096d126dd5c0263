package org.threeshift.core.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
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
    void one_that_cannot_be_read_or_worded_holds_up_no_other_and_is_given_up_in_the_end() {
        post("one");
        post("two");
        post("three");
        jdbc.sql("update notice set filled = jsonb_build_object('at', null) where key = 'one'")
                .update();
        jdbc.sql("update notice set filled = jsonb_build_object('at', 'soon') where key = 'two'")
                .update();
        jdbc.sql("update notice set until = until + interval '90 days'").update();
        town.bean(Delivery.class).round();
        assertThat(town.told()).hasSize(3);
        for (int hour = 0; hour < 60; hour++) {
            town.at(town.now().plus(Duration.ofHours(1)));
            town.bean(Delivery.class).round();
        }
        assertThat(dropped()).containsExactly("one", "two");
        assertThat(town.told()).hasSize(3);
        assertThat(jdbc.sql("select max(mistakes) from notice")
                        .query(Integer.class)
                        .single())
                .isEqualTo(Delivery.AFTER_A_MISTAKE.size());
    }

    @Test
    void mail_of_a_later_version_is_left_for_it_and_holds_up_no_other() {
        post("one");
        post("two");
        post("three");
        town.bean(Delivery.class).round();
        jdbc.sql("update outbox set topic = 'of-later' where key = " + mailOf("one"))
                .update();
        // A notice of a kind that is not known here, told by a mail of which there are words.
        jdbc.sql("update notice set kind = 'OF_LATER' where key = 'two'").update();
        // And one that cannot be read.
        jdbc.sql("update notice set filled = jsonb_build_object('at', null) where key = 'three'")
                .update();
        assertThat(town.bean(Outbox.class).take()).isPresent();
        assertThat(town.bean(Outbox.class).take()).isEmpty();
        assertThat(jdbc.sql("select state from outbox order by state")
                        .query(String.class)
                        .list())
                .containsExactly("SENDING", "WAITING", "WAITING");
        assertThat(jdbc.sql("select attempts from outbox where topic = 'of-later'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static String mailOf(String key) {
        return "(select 'notice:' || id from notice where key = '" + key + "')";
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

    @Test
    void what_begins_alike_is_withdrawn_of_these_people_alone() {
        post("alike:1");
        post("alike:2");
        post("other");
        town.bean(Notices.class).withdraw("alike:", List.of(dana.id()));
        assertThat(dropped()).isEmpty();
        town.bean(Notices.class).withdraw("alike:", List.of(pia.id()));
        assertThat(dropped()).containsExactly("alike:1", "alike:2");
    }

    private List<String> dropped() {
        return jdbc.sql("select key from notice where dropped order by key")
                .query((row, _) -> row.getString("key"))
                .list();
    }

    @Test
    void a_mail_that_waits_goes_no_further_when_what_it_tells_of_was_settled_meanwhile() {
        post("settled");
        post("stands");
        town.bean(Delivery.class).round();
        town.at(town.now().plus(Duration.ofMinutes(1)));
        town.bean(Notices.class).withdraw("settled");
        assertThat(town.bean(Outbox.class).take()).isPresent();
        assertThat(town.bean(Outbox.class).take()).isEmpty();
        assertThat(unread()).as("what was told here stays").isEqualTo(2);
    }

    @Test
    void what_asked_for_something_is_not_new_any_more_once_it_is_settled() {
        post("settled");
        post("stands");
        town.bean(Delivery.class).round();
        assertThat(unread()).isEqualTo(2);
        town.bean(Notices.class).settle("settled");
        assertThat(jdbc.sql("select key from notice where read_at is null order by key")
                        .query((row, _) -> row.getString("key"))
                        .list())
                .containsExactly("stands");
        post("never told");
        town.bean(Notices.class).settle("never told");
        town.bean(Delivery.class).round();
        assertThat(unread()).isEqualTo(1);
    }

    @Test
    void whoever_calls_off_is_told_by_their_calendar_alone_and_only_where_a_mail_put_it_in() {
        town.look();
        jdbc.sql("delete from outbox").update();
        town.at(town.now().plus(Duration.ofMinutes(1)));
        InterviewId interview =
                town.book(dana, pia, town.now().plus(Duration.ofDays(9)).toString());
        town.look();
        jdbc.sql("delete from outbox").update();
        jdbc.sql("delete from notice_delivery").update();
        town.at(town.now().plus(Duration.ofMinutes(1)));
        town.send(interview, dana, new Command.Cancel("Ill."));
        town.look();
        assertThat(jdbc.sql("select count(*) from outbox where calendar is not null")
                        .query(Long.class)
                        .single())
                .as("no mail had asked anybody to come")
                .isZero();
    }

    @Test
    void whatever_is_told_of_a_booked_session_leads_to_the_booking() {
        town.look();
        jdbc.sql("delete from notice").update();
        InterviewId planned =
                town.book(dana, pia, town.now().plus(Duration.ofDays(9)).toString());
        InterviewId booked =
                town.book(dana, pia, town.now().plus(Duration.ofDays(10)).toString());
        jdbc.sql("""
                insert into booking (interview_id, coach, candidate, minutes, booked_at, change_hours)
                values (:interview, :coach, :candidate, 30, now(), 0)
                """)
                .param("interview", booked.value())
                .param("coach", dana.id().value())
                .param("candidate", pia.id().value())
                .update();
        town.at(town.now().plus(Duration.ofMinutes(1)));
        town.move(planned, dana, town.now().plus(Duration.ofDays(11)).toString());
        town.move(booked, dana, town.now().plus(Duration.ofDays(12)).toString());
        town.look();
        town.at(town.now().plus(Duration.ofDays(11)).plus(Duration.ofHours(1)));
        town.look();
        assertThat(links(booked, "changed", "tomorrow")).containsOnly("/bookings/" + booked);
        assertThat(links(planned, "changed")).containsOnly("/interviews/" + planned);
    }

    @Test
    void whatever_two_of_a_pair_are_told_of_their_interview_leads_to_the_pair() {
        town.look();
        jdbc.sql("delete from notice").update();
        InterviewId paired =
                town.book(dana, pia, town.now().plus(Duration.ofDays(9)).toString());
        UUID pair = UUID.randomUUID();
        jdbc.sql("""
                insert into pair (id, origin, first_id, made_at, starts_at, ends_at, confirm_by, why, state, changed_at)
                values (:pair, 'DRAW', :interview, now(), now(), now() + interval '1 hour', now(), '', 'CONFIRMED', now())
                """).param("pair", pair).param("interview", paired.value()).update();
        int seat = 1;
        for (Person one : List.of(dana, pia)) {
            jdbc.sql("""
                    insert into pair_person (pair_id, person_id, seat, origin, undecided)
                    values (:pair, :person, :seat, 'DRAW', false)
                    """)
                    .param("pair", pair)
                    .param("person", one.id().value())
                    .param("seat", seat++)
                    .update();
        }
        town.at(town.now().plus(Duration.ofMinutes(1)));
        town.move(paired, dana, town.now().plus(Duration.ofDays(12)).toString());
        town.look();
        town.at(town.now().plus(Duration.ofDays(11)).plus(Duration.ofHours(1)));
        town.look();
        town.send(paired, dana, new Command.Cancel("Ill."));
        town.at(town.now().plus(Duration.ofMinutes(1)));
        town.look();
        for (String told : List.of("changed", "tomorrow", "cancelled")) {
            assertThat(links(paired, told)).as(told).isNotEmpty().containsOnly("/practice/pairs/" + pair);
        }
    }

    private List<String> links(InterviewId interview, String... kinds) {
        List<String> links = jdbc.sql("""
                select link
                  from notice
                 where interview_id = :interview
                   and split_part(key, ':', 1) = any (:kinds)
                """)
                .param("interview", interview.value())
                .param("kinds", kinds)
                .query((row, _) -> row.getString("link"))
                .list();
        assertThat(links).hasSizeGreaterThanOrEqualTo(kinds.length);
        return links;
    }

    /** One reminder is enough for an evening: that of the first meeting that takes place. */
    @Test
    void the_second_meeting_of_an_evening_is_reminded_of_when_the_first_was_called_off() {
        Instant evening = town.now().plus(Duration.ofDays(3));
        InterviewId first = town.book(dana, pia, evening.toString());
        InterviewId second =
                town.book(dana, pia, evening.plus(Duration.ofMinutes(45)).toString());
        meetings(evening, List.of(first, second));
        town.at(evening.plus(Duration.ofMinutes(35)));
        town.look();
        assertThat(town.told()).noneMatch(line -> line.contains("IN_TEN_MINUTES"));
        town.send(first, dana, new Command.Cancel("Ill."));
        town.look();
        assertThat(town.told()).anyMatch(line -> line.contains("IN_TEN_MINUTES"));
    }

    @Test
    void nobody_is_told_of_each_meeting_that_goes_where_its_evening_goes() {
        Instant evening = town.now().plus(Duration.ofDays(3));
        InterviewId meeting = town.book(dana, pia, evening.toString());
        InterviewId alone =
                town.book(dana, pia, evening.plus(Duration.ofHours(3)).toString());
        meetings(evening, List.of(meeting));
        town.at(town.now().plus(Duration.ofMinutes(1)));
        town.look();
        town.move(meeting, dana, evening.plus(Duration.ofHours(1)).toString());
        town.move(alone, dana, evening.plus(Duration.ofHours(4)).toString());
        town.look();
        assertThat(links(alone, "changed")).isNotEmpty();
        assertThat(jdbc.sql("select count(*) from notice where interview_id = :meeting and key like 'changed:%'")
                        .param("meeting", meeting.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** They were not asked to the evening: nothing else tells them. */
    @Test
    void whoever_only_watches_a_meeting_of_an_evening_is_told_that_it_moves_and_that_it_is_off() {
        Person wes = town.person("Wes", Role.COACH, "Europe/Berlin");
        Instant evening = town.now().plus(Duration.ofDays(3));
        InterviewId meeting = town.book(dana, pia, evening.toString());
        meetings(evening, List.of(meeting));
        town.send(meeting, dana, new Command.GiveSeat(wes.id(), Seat.OBSERVER));
        town.at(town.now().plus(Duration.ofMinutes(1)));
        town.look();
        town.move(meeting, dana, evening.plus(Duration.ofHours(1)).toString());
        town.look();
        assertThat(told(meeting, "changed")).containsExactly("Wes");
        town.at(town.now().plus(Duration.ofMinutes(1)));
        town.send(meeting, dana, new Command.Cancel("The practice evening was called off."));
        jdbc.sql("update evening_meeting set off = true where interview_id = :meeting")
                .param("meeting", meeting.value())
                .update();
        town.look();
        assertThat(told(meeting, "cancelled")).containsExactly("Wes");
    }

    private List<String> told(InterviewId interview, String kind) {
        return jdbc.sql("""
                select person.name
                  from notice
                  join person on person.id = notice.person_id
                 where notice.interview_id = :interview
                   and split_part(notice.key, ':', 1) = :kind
                   and not notice.dropped
                """)
                .param("interview", interview.value())
                .param("kind", kind)
                .query((row, _) -> row.getString("name"))
                .list();
    }

    private void meetings(Instant evening, List<InterviewId> interviews) {
        jdbc.sql("""
                with led as (
                    insert into cohort (id, name, coach_id, created_at)
                    values (gen_random_uuid(), 'Autumn', :coach, now())
                    returning id),
                     planned as (
                    insert into evening (id, cohort_id, coach_id, title, note, starts_at, ends_at, zone, wall_clock, utc_offset,
                                         slot_minutes, break_minutes, slots, rooms, bank_id, rounds, state, version, changed_at)
                    select gen_random_uuid(), id, :coach, 'Evening', '', :at, cast(:at as timestamptz) + interval '90 minutes', 'UTC',
                           cast(:at as timestamptz) at time zone 'UTC', 0, 45, 0, 2, 1, 'bank', array['round'], 'PLANNED', 1, now()
                      from led
                    returning id)
                insert into evening_meeting (id, evening_id, slot, room, first_id, second_id, interview_id)
                select gen_random_uuid(), planned.id, held.slot, 1, :coach, :guest, held.id
                  from planned
                 cross join unnest(cast(:interviews as uuid[])) with ordinality as held (id, slot)
                """)
                .param("coach", dana.id().value())
                .param("guest", pia.id().value())
                .param("at", evening.atOffset(java.time.ZoneOffset.UTC))
                .param("interviews", interviews.stream().map(InterviewId::value).toArray(java.util.UUID[]::new))
                .update();
    }

    /**
     * The mail server was away when the interview was called off: that it is on is told to nobody, nor to its host, whose calendar never
     * had it, that it is off.
     */
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
        assertThat(town.bean(Outbox.class).counts()).containsEntry(Message.State.DISCARDED, 3);
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
