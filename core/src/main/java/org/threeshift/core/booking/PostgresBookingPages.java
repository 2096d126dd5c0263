package org.threeshift.core.booking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.booking.BookingPage.Seat;
import org.threeshift.core.booking.SessionKind.Question;
import org.threeshift.core.people.PersonId;

/** Booking pages with all that is on them: four queries, however many pages. */
@Component
class PostgresBookingPages {
    private static final String PAGES = """
            select id, slug, title, intro, owner, audience, open, minutes_before, minutes_after, notice_hours, most_a_day,
                   days_ahead, change_hours, step_minutes
              from booking_page
            """;

    private final JdbcClient jdbc;

    PostgresBookingPages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<BookingPage> bySlug(String slug) {
        return whole(jdbc.sql(PAGES + " where slug = :slug")
                        .param("slug", slug)
                        .query(PostgresBookingPages::page)
                        .list())
                .stream()
                .findFirst();
    }

    Optional<BookingPage> find(BookingPageId id) {
        return whole(jdbc.sql(PAGES + " where id = :id")
                        .param("id", id.value())
                        .query(PostgresBookingPages::page)
                        .list())
                .stream()
                .findFirst();
    }

    /** Until the caller's transaction ends nobody {@link #hold changes} the page. */
    void stay(String slug) {
        jdbc.sql("select id from booking_page where slug = :slug for share")
                .param("slug", slug)
                .query(rows -> {});
    }

    /** Waits for all who are booking on the page and lets nobody else begin until the caller's transaction ends. */
    void hold(BookingPageId id) {
        jdbc.sql("select id from booking_page where id = :id for no key update")
                .param("id", id.value())
                .query(rows -> {});
    }

    /** Those that concern a coach, their own first, each kind in the order in which they were made. */
    List<BookingPage> of(PersonId coach) {
        return whole(jdbc.sql(PAGES + """
                 where id in (select page_id from booking_page_coach where person_id = :coach)
                 order by owner <> :coach, made_at, id
                """)
                .param("coach", coach.value())
                .query(PostgresBookingPages::page)
                .list());
    }

    /** Where a coach was asked to take sessions and has not said yes, whoever asked first comes first. */
    List<BookingPages.Asked> asked(PersonId coach) {
        return jdbc.sql("""
                select booking_page.id, booking_page.title, person.name, booking_page_coach.asked_at
                  from booking_page_coach
                  join booking_page on booking_page.id = booking_page_coach.page_id
                  join person on person.id = booking_page.owner
                 where booking_page_coach.person_id = :coach
                   and booking_page_coach.agreed_at is null
                 order by booking_page_coach.asked_at, booking_page.id
                """)
                .param("coach", coach.value())
                .query((row, number) -> new BookingPages.Asked(
                        new BookingPageId(row.getObject("id", UUID.class)),
                        row.getString("title"),
                        row.getString("name"),
                        row.getObject("asked_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The open pages of coaches who follow a cohort in which the person is, then those for everybody, each kind by title. */
    List<BookingPage> forMember(PersonId person, int most) {
        return whole(jdbc.sql("""
                with mine as (
                    select booking_page_coach.page_id
                      from cohort_member
                      join cohort on cohort.id = cohort_member.cohort_id and cohort.archived_at is null
                      join cohort_coach on cohort_coach.cohort_id = cohort.id
                      join booking_page_coach on booking_page_coach.person_id = cohort_coach.person_id
                     where cohort_member.person_id = :person
                       and cohort_member.agreed_at is not null
                       and cohort_member.ended_at is null
                       and booking_page_coach.agreed_at is not null)
                """ + PAGES + """
                 where open
                   and id in (select page_id from mine
                               union all
                              select id from booking_page where open and audience = 'PUBLIC')
                 order by id not in (select page_id from mine), title, id
                 limit :most
                """)
                .param("person", person.value())
                .param("most", most)
                .query(PostgresBookingPages::page)
                .list());
    }

    /** @return false when another page has the slug */
    boolean add(BookingPage page, Instant at) {
        boolean added = jdbc.sql("""
                        insert into booking_page (id, slug, title, intro, owner, audience, open, minutes_before, minutes_after,
                                                  notice_hours, most_a_day, days_ahead, change_hours, step_minutes, made_at)
                        values (:id, :slug, :title, :intro, :owner, :audience, false, :before, :after, :notice, :most, :days,
                                :change, :step, :at)
                        on conflict do nothing
                        """)
                        .param("id", page.id().value())
                        .param("owner", page.owner().value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .params(settings(page))
                        .update()
                == 1;
        if (added) {
            seat(page.id(), page.owner(), at);
            agree(page.id(), page.owner(), at);
        }
        return added;
    }

    /** @return false when another page has the slug */
    boolean change(BookingPage page) {
        return jdbc.sql("""
                        update booking_page
                           set slug = :slug, title = :title, intro = :intro, audience = :audience, minutes_before = :before,
                               minutes_after = :after, notice_hours = :notice, most_a_day = :most, days_ahead = :days,
                               change_hours = :change, step_minutes = :step
                         where id = :id
                           and not exists (select from booking_page as other where other.slug = :slug and other.id <> :id)
                        """)
                        .param("id", page.id().value())
                        .params(settings(page))
                        .update()
                == 1;
    }

    private static Map<String, Object> settings(BookingPage page) {
        Rules rules = page.rules();
        return Map.ofEntries(
                Map.entry("slug", page.slug()),
                Map.entry("title", page.title()),
                Map.entry("intro", page.intro()),
                Map.entry("audience", page.audience().name()),
                Map.entry("before", rules.minutesBefore()),
                Map.entry("after", rules.minutesAfter()),
                Map.entry("notice", rules.noticeHours()),
                Map.entry("most", rules.mostADay()),
                Map.entry("days", rules.daysAhead()),
                Map.entry("change", rules.changeHours()),
                Map.entry("step", rules.stepMinutes()));
    }

    void open(BookingPageId id, Instant at) {
        jdbc.sql("update booking_page set open = true, opened_at = coalesce(opened_at, :at) where id = :id")
                .param("id", id.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void close(BookingPageId id) {
        jdbc.sql("update booking_page set open = false where id = :id")
                .param("id", id.value())
                .update();
    }

    /** A page that was switched on once and is not now. */
    Optional<BookingPage> switchedOff(String slug) {
        return whole(jdbc.sql(PAGES + " where slug = :slug and not open and opened_at is not null")
                        .param("slug", slug)
                        .query(PostgresBookingPages::page)
                        .list())
                .stream()
                .findFirst();
    }

    void seat(BookingPageId page, PersonId coach, Instant at) {
        jdbc.sql("""
                insert into booking_page_coach (page_id, person_id, asked_at)
                values (:page, :coach, :at)
                    on conflict do nothing
                """)
                .param("page", page.value())
                .param("coach", coach.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @return whether they were asked */
    boolean agree(BookingPageId page, PersonId coach, Instant at) {
        return jdbc.sql("""
                        update booking_page_coach
                           set agreed_at = coalesce(agreed_at, :at)
                         where page_id = :page
                           and person_id = :coach
                        """)
                        .param("page", page.value())
                        .param("coach", coach.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void unseat(BookingPageId page, PersonId coach) {
        jdbc.sql("delete from booking_page_coach where page_id = :page and person_id = :coach")
                .param("page", page.value())
                .param("coach", coach.value())
                .update();
    }

    /** Adds it as the last of its page, or changes it in its place; its questions as a whole. */
    void put(BookingPageId page, SessionKind kind) {
        jdbc.sql("""
                insert into session_kind (id, page_id, place, name, bank_id, round_id, minutes, price, description)
                select :id, :page, coalesce(max(place), 0) + 1, :name, :bank, :round, :minutes, :price, :description
                  from session_kind
                 where page_id = :page
                    on conflict (id) do update
                   set name = excluded.name, bank_id = excluded.bank_id, round_id = excluded.round_id,
                       minutes = excluded.minutes, price = excluded.price, description = excluded.description
                 where session_kind.page_id = excluded.page_id
                """)
                .param("id", kind.id().value())
                .param("page", page.value())
                .param("name", kind.name())
                .param("bank", kind.bankId())
                .param("round", kind.roundId())
                .param("minutes", kind.minutes())
                .param("price", kind.price())
                .param("description", kind.description())
                .update();
        jdbc.sql("""
                delete
                  from session_question
                 where kind_id in (select id from session_kind where id = :kind and page_id = :page)
                """)
                .param("kind", kind.id().value())
                .param("page", page.value())
                .update();
        jdbc.sql("""
                insert into session_question (kind_id, place, text, required)
                select session_kind.id, asked.place, asked.text, asked.required
                  from session_kind
                  cross join unnest(cast(:texts as text[]), cast(:required as boolean[]))
                    with ordinality as asked (text, required, place)
                 where session_kind.id = :kind
                   and session_kind.page_id = :page
                """)
                .param("kind", kind.id().value())
                .param("page", page.value())
                .param("texts", kind.questions().stream().map(Question::text).toArray(String[]::new))
                .param(
                        "required",
                        kind.questions().stream().map(Question::required).toArray(Boolean[]::new))
                .update();
    }

    void retire(BookingPageId page, SessionKindId kind) {
        jdbc.sql("update session_kind set retired = true where id = :kind and page_id = :page")
                .param("kind", kind.value())
                .param("page", page.value())
                .update();
    }

    private List<BookingPage> whole(List<BookingPage> bare) {
        if (bare.isEmpty()) {
            return bare;
        }
        UUID[] ids = bare.stream().map(page -> page.id().value()).toArray(UUID[]::new);
        Map<UUID, List<Seat>> seats = new HashMap<>();
        jdbc.sql("""
                select page_id, person_id, agreed_at is not null as agreed
                  from booking_page_coach
                 where page_id = any (:ids)
                 order by asked_at, person_id
                """).param("ids", ids).query(row -> {
            seats.computeIfAbsent(row.getObject("page_id", UUID.class), _ -> new ArrayList<>())
                    .add(new Seat(new PersonId(row.getObject("person_id", UUID.class)), row.getBoolean("agreed")));
        });
        Map<UUID, List<Question>> questions = new HashMap<>();
        jdbc.sql("""
                select session_question.kind_id, session_question.text, session_question.required
                  from session_question
                  join session_kind on session_kind.id = session_question.kind_id
                 where session_kind.page_id = any (:ids)
                 order by session_question.kind_id, session_question.place
                """).param("ids", ids).query(row -> {
            questions
                    .computeIfAbsent(row.getObject("kind_id", UUID.class), _ -> new ArrayList<>())
                    .add(new Question(row.getString("text"), row.getBoolean("required")));
        });
        Map<UUID, List<SessionKind>> kinds = new HashMap<>();
        jdbc.sql("""
                select page_id, id, name, bank_id, round_id, minutes, price, description
                  from session_kind
                 where page_id = any (:ids)
                   and not retired
                 order by place, id
                """).param("ids", ids).query(row -> {
            UUID id = row.getObject("id", UUID.class);
            kinds.computeIfAbsent(row.getObject("page_id", UUID.class), _ -> new ArrayList<>())
                    .add(new SessionKind(
                            new SessionKindId(id),
                            row.getString("name"),
                            row.getString("bank_id"),
                            row.getString("round_id"),
                            row.getInt("minutes"),
                            row.getString("price"),
                            row.getString("description"),
                            questions.getOrDefault(id, List.of())));
        });
        return bare.stream()
                .map(page -> new BookingPage(
                        page.id(),
                        page.slug(),
                        page.title(),
                        page.intro(),
                        page.owner(),
                        page.audience(),
                        page.open(),
                        page.rules(),
                        seats.getOrDefault(page.id().value(), List.of()),
                        kinds.getOrDefault(page.id().value(), List.of())))
                .toList();
    }

    private static BookingPage page(ResultSet row, int number) throws SQLException {
        return new BookingPage(
                new BookingPageId(row.getObject("id", UUID.class)),
                row.getString("slug"),
                row.getString("title"),
                row.getString("intro"),
                new PersonId(row.getObject("owner", UUID.class)),
                Audience.valueOf(row.getString("audience")),
                row.getBoolean("open"),
                new Rules(
                        row.getInt("minutes_before"),
                        row.getInt("minutes_after"),
                        row.getInt("notice_hours"),
                        row.getInt("most_a_day"),
                        row.getInt("days_ahead"),
                        row.getInt("change_hours"),
                        row.getInt("step_minutes")),
                List.of(),
                List.of());
    }
}
