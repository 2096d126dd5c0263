package org.threeshift.core.availability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.hours.DatedWindow;
import org.threeshift.core.hours.WeeklyHours;
import org.threeshift.core.hours.Window;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.ZoneNames;

@Component
class PostgresHours {
    private final JdbcClient jdbc;

    PostgresHours(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<PersonId, WeeklyHours> of(Collection<PersonId> people, Purpose purpose) {
        Map<PersonId, List<Window>> windows = windows(people, purpose);
        Map<PersonId, List<DatedWindow>> exceptions = exceptions(people, purpose);
        Map<PersonId, WeeklyHours> found = new HashMap<>();
        jdbc.sql("""
                select person_id, zone
                  from weekly_hours
                 where person_id = any (cast(:people as uuid[]))
                   and purpose = :purpose
                """)
                .param("people", ids(people))
                .param("purpose", purpose.name())
                .query(row -> {
                    PersonId person = person(row);
                    found.put(
                            person,
                            new WeeklyHours(
                                    ZoneNames.now(ZoneId.of(row.getString("zone"))),
                                    windows.getOrDefault(person, List.of()),
                                    exceptions.getOrDefault(person, List.of())));
                });
        return found;
    }

    private Map<PersonId, List<Window>> windows(Collection<PersonId> people, Purpose purpose) {
        Map<PersonId, List<Window>> found = new HashMap<>();
        jdbc.sql("""
                select person_id, day, opens, closes
                  from weekly_window
                 where person_id = any (cast(:people as uuid[]))
                   and purpose = :purpose
                """)
                .param("people", ids(people))
                .param("purpose", purpose.name())
                .query(row -> {
                    found.computeIfAbsent(person(row), _ -> new ArrayList<>())
                            .add(new Window(DayOfWeek.of(row.getInt("day")), time(row, "opens"), time(row, "closes")));
                });
        return found;
    }

    private Map<PersonId, List<DatedWindow>> exceptions(Collection<PersonId> people, Purpose purpose) {
        Map<PersonId, List<DatedWindow>> found = new HashMap<>();
        jdbc.sql("""
                select person_id, date, opens, closes, kind
                  from dated_window
                 where person_id = any (cast(:people as uuid[]))
                   and purpose = :purpose
                """)
                .param("people", ids(people))
                .param("purpose", purpose.name())
                .query(row -> {
                    found.computeIfAbsent(person(row), _ -> new ArrayList<>())
                            .add(new DatedWindow(
                                    row.getObject("date", LocalDate.class),
                                    time(row, "opens"),
                                    time(row, "closes"),
                                    DatedWindow.Kind.valueOf(row.getString("kind"))));
                });
        return found;
    }

    /** Nobody else who holds them puts their hours until the caller's transaction ends; of hours that nobody said there is no row to hold. */
    void hold(PersonId person) {
        jdbc.sql("select id from person where id = :person for no key update")
                .param("person", person.value())
                .query(row -> {});
    }

    /** Two who write at once wait for each other at the first row. */
    void put(PersonId person, Purpose purpose, WeeklyHours hours, Instant at) {
        jdbc.sql("""
                insert into weekly_hours (person_id, purpose, zone, changed_at)
                values (:person, :purpose, :zone, :at)
                    on conflict (person_id, purpose) do update
                   set zone = excluded.zone, changed_at = excluded.changed_at
                """)
                .param("person", person.value())
                .param("purpose", purpose.name())
                .param("zone", hours.zone().getId())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        putWindows(person, purpose, hours.windows());
        putExceptions(person, purpose, hours.exceptions());
    }

    private void putWindows(PersonId person, Purpose purpose, List<Window> windows) {
        jdbc.sql("delete from weekly_window where person_id = :person and purpose = :purpose")
                .param("person", person.value())
                .param("purpose", purpose.name())
                .update();
        jdbc.sql("""
                insert into weekly_window (person_id, purpose, day, opens, closes)
                select :person, :purpose, new.day, new.opens, new.closes
                  from unnest(cast(:days as int[]), cast(:opens as time[]), cast(:closes as time[])) as new (day, opens, closes)
                """)
                .param("person", person.value())
                .param("purpose", purpose.name())
                .param(
                        "days",
                        windows.stream().map(window -> window.day().getValue()).toArray(Integer[]::new))
                .param("opens", times(windows.stream().map(Window::from).toList()))
                .param("closes", times(windows.stream().map(Window::until).toList()))
                .update();
    }

    private void putExceptions(PersonId person, Purpose purpose, List<DatedWindow> exceptions) {
        jdbc.sql("delete from dated_window where person_id = :person and purpose = :purpose")
                .param("person", person.value())
                .param("purpose", purpose.name())
                .update();
        jdbc.sql("""
                insert into dated_window (person_id, purpose, date, opens, closes, kind)
                select :person, :purpose, new.date, new.opens, new.closes, new.kind
                  from unnest(cast(:dates as date[]), cast(:opens as time[]), cast(:closes as time[]), cast(:kinds as text[]))
                    as new (date, opens, closes, kind)
                """)
                .param("person", person.value())
                .param("purpose", purpose.name())
                .param(
                        "dates",
                        exceptions.stream().map(one -> one.date().toString()).toArray(String[]::new))
                .param("opens", times(exceptions.stream().map(DatedWindow::from).toList()))
                .param(
                        "closes",
                        times(exceptions.stream().map(DatedWindow::until).toList()))
                .param(
                        "kinds",
                        exceptions.stream().map(one -> one.kind().name()).toArray(String[]::new))
                .update();
    }

    int removeDatesBefore(LocalDate date) {
        return jdbc.sql("delete from dated_window where date < :date")
                .param("date", date)
                .update();
    }

    private static String[] times(List<LocalTime> times) {
        return times.stream().map(LocalTime::toString).toArray(String[]::new);
    }

    private static UUID[] ids(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).toArray(UUID[]::new);
    }

    private static PersonId person(ResultSet row) throws SQLException {
        return new PersonId(row.getObject("person_id", UUID.class));
    }

    private static LocalTime time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalTime.class);
    }
}
