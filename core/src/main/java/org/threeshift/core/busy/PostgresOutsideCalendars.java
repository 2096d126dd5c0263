package org.threeshift.core.busy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.hours.Span;
import org.threeshift.core.people.PersonId;

@Component
class PostgresOutsideCalendars {
    private final JdbcClient jdbc;

    PostgresOutsideCalendars(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One that is to be fetched, for the caller alone.
     *
     * @param address as it was stored
     */
    record Due(UUID id, PersonId owner, String address, int failures) {}

    List<OutsideCalendar> of(PersonId owner) {
        return jdbc.sql("""
                select id, person_id, name, host, added_at, fetched_at, trouble, skipped
                  from outside_calendar
                 where person_id = :owner
                 order by added_at, id
                """)
                .param("owner", owner.value())
                .query(PostgresOutsideCalendars::calendar)
                .list();
    }

    /**
     * Each has a place of its own among its owner's, and there are only so many: of several that come at once for one place, one gets
     * it, and the others look again.
     *
     * @return false when the owner has that many already
     */
    boolean add(OutsideCalendar calendar, String address, int most) {
        for (int attempt = 0; attempt <= most; attempt++) {
            if (addedNow(calendar, address, most)) {
                return true;
            }
        }
        return false;
    }

    private boolean addedNow(OutsideCalendar calendar, String address, int most) {
        return jdbc.sql("""
                        insert into outside_calendar (id, person_id, place, name, host, address_secret, added_at, next_at)
                        select :id, :owner, free.place, :name, :host, :address, :at, :at
                          from generate_series(1, :most) as free (place)
                         where not exists (select
                                             from outside_calendar
                                            where outside_calendar.person_id = :owner
                                              and outside_calendar.place = free.place)
                         order by free.place
                         limit 1
                            on conflict (person_id, place) do nothing
                        """)
                        .param("id", calendar.id())
                        .param("owner", calendar.owner().value())
                        .param("name", calendar.name())
                        .param("host", calendar.host())
                        .param("address", address)
                        .param("at", utc(calendar.addedAt()))
                        .param("most", most)
                        .update()
                == 1;
    }

    boolean remove(PersonId owner, UUID id) {
        return jdbc.sql("delete from outside_calendar where id = :id and person_id = :owner")
                        .param("id", id)
                        .param("owner", owner.value())
                        .update()
                == 1;
    }

    /** @return false when there is none of the owner's */
    boolean dueSoon(PersonId owner, UUID id, Instant at, Duration afterLast) {
        return jdbc.sql("""
                        update outside_calendar
                           set next_at = least(next_at,
                                               greatest(:at, asked_at + make_interval(secs => :after)))
                         where id = :id
                           and person_id = :owner
                        """)
                        .param("id", id)
                        .param("owner", owner.value())
                        .param("at", utc(at))
                        .param("after", afterLast.toSeconds())
                        .update()
                == 1;
    }

    /** The one that has waited longest. Nobody else gets it before {@code again}, even if whoever took it is gone. */
    Optional<Due> take(Instant now, Instant again) {
        return jdbc.sql("""
                update outside_calendar
                   set next_at = :again, asked_at = :now
                 where id = (select id
                               from outside_calendar
                              where next_at <= :now
                              order by next_at
                              limit 1
                                for update skip locked)
                returning id, person_id, address_secret, failures
                """)
                .param("now", utc(now))
                .param("again", utc(again))
                .query((row, number) -> new Due(
                        row.getObject("id", UUID.class),
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getString("address_secret"),
                        row.getInt("failures")))
                .optional();
    }

    /** What was read takes the place of what was known, in one statement; nothing happens when it was removed meanwhile. */
    void read(UUID id, List<Span> busy, int skipped, Instant at, Instant next) {
        jdbc.sql("""
                with read as (
                    update outside_calendar
                       set fetched_at = :at, next_at = :next, trouble = null, failures = 0, skipped = :skipped
                     where id = :id
                    returning id),
                     gone as (
                    delete from busy_span
                     where calendar_id in (select id from read)
                       and starts_at <> all (cast(:starts as timestamptz[])))
                insert into busy_span (calendar_id, starts_at, ends_at)
                select read.id, span.starts_at, span.ends_at
                  from read, unnest(cast(:starts as timestamptz[]), cast(:ends as timestamptz[])) as span (starts_at, ends_at)
                    on conflict (calendar_id, starts_at) do update set ends_at = excluded.ends_at
                """)
                .param("id", id)
                .param("at", utc(at))
                .param("next", utc(next))
                .param("skipped", skipped)
                .param(
                        "starts",
                        busy.stream().map(span -> span.from().toString()).toArray(String[]::new))
                .param(
                        "ends",
                        busy.stream().map(span -> span.until().toString()).toArray(String[]::new))
                .update();
    }

    /** What was read before stays known. */
    void failed(UUID id, Trouble trouble, Instant next) {
        jdbc.sql("""
                update outside_calendar
                   set next_at = :next, trouble = :trouble, failures = least(failures + 1, 1000)
                 where id = :id
                """)
                .param("id", id)
                .param("trouble", trouble.name())
                .param("next", utc(next))
                .update();
    }

    Map<PersonId, List<Span>> busy(Collection<PersonId> people, Span within) {
        Map<PersonId, List<Span>> busy = new HashMap<>();
        jdbc.sql("""
                select outside_calendar.person_id, busy_span.starts_at, busy_span.ends_at
                  from outside_calendar
                  join busy_span on busy_span.calendar_id = outside_calendar.id
                 where outside_calendar.person_id = any (:people)
                   and busy_span.starts_at < :until
                   and busy_span.ends_at > :from
                 order by busy_span.starts_at
                """)
                .param("people", people.stream().map(PersonId::value).distinct().toArray(UUID[]::new))
                .param("from", utc(within.from()))
                .param("until", utc(within.until()))
                .query(row -> {
                    busy.computeIfAbsent(
                                    new PersonId(row.getObject("person_id", UUID.class)), person -> new ArrayList<>())
                            .add(new Span(instant(row, "starts_at"), instant(row, "ends_at")));
                });
        return busy;
    }

    /** What is over for so long concerns nobody. */
    int forget(Instant endedBefore) {
        return jdbc.sql("delete from busy_span where ends_at < :before")
                .param("before", utc(endedBefore))
                .update();
    }

    private static OutsideCalendar calendar(ResultSet row, int number) throws SQLException {
        return new OutsideCalendar(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("name"),
                row.getString("host"),
                instant(row, "added_at"),
                Optional.ofNullable(row.getObject("fetched_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("trouble")).map(Trouble::valueOf),
                row.getInt("skipped"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
