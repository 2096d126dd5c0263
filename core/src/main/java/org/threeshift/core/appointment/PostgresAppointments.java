package org.threeshift.core.appointment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.hours.Span;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/**
 * Appointments in PostgreSQL. That nobody is in two places is a constraint of the table; the line at people's rows in front of it
 * turns what would be an error into an answer, and keeps two who want each other's time from waiting for each other for ever.
 */
@Component
class PostgresAppointments {
    private static final String APPOINTMENTS = """
            select appointment.id, appointment.kind, appointment.subject, appointment.interview_id, appointment.starts_at,
                   appointment.ends_at, appointment.zone, appointment.wall_clock, appointment.utc_offset,
                   (select array_agg(person_id)
                      from appointment_person
                     where appointment_person.appointment_id = appointment.id) as people
              from appointment
            """;

    /** Before all others. */
    private static final AppointmentId FIRST = new AppointmentId(new UUID(0, 0));

    private final JdbcClient jdbc;

    PostgresAppointments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everybody stands in line in the same order, so that no two wait for each other. @return whoever of them is here */
    Set<PersonId> hold(Collection<PersonId> people) {
        return jdbc.sql("""
                select id
                  from person
                 where id = any (:people)
                   and erased_at is null
                 order by id
                   for no key update
                """)
                .param("people", ids(people))
                .query((row, _) -> new PersonId(row.getObject("id", UUID.class)))
                .set();
    }

    /** Whoever has its time taken or sits in one of its chairs, and others. */
    void holdThoseOf(InterviewId interview, Collection<PersonId> others) {
        jdbc.sql("""
                select id
                  from person
                 where id = any (:others)
                    or id in (select person_id
                                from participant
                               where interview_id = :interview
                                 and seat in ('CANDIDATE', 'INTERVIEWER'))
                    or id in (select appointment_person.person_id
                                from appointment
                                join appointment_person on appointment_person.appointment_id = appointment.id
                               where appointment.interview_id = :interview)
                 order by id
                   for no key update
                """)
                .param("interview", interview.value())
                .param("others", ids(others))
                .query(rows -> {});
    }

    void holdThoseOf(AppointmentId id) {
        jdbc.sql("""
                select id
                  from person
                 where id in (select person_id from appointment_person where appointment_id = :id)
                 order by id
                   for no key update
                """).param("id", id.value()).query(rows -> {});
    }

    /** Who of them has another appointment in a stretch of time. */
    Set<PersonId> busy(Collection<PersonId> people, Span span, AppointmentId except) {
        return jdbc.sql("""
                select distinct person_id
                  from appointment_person
                 where person_id = any (:people)
                   and span && tstzrange(:from, :until)
                   and appointment_id <> :except
                """)
                .param("people", ids(people))
                .param("from", utc(span.from()))
                .param("until", utc(span.until()))
                .param("except", except.value())
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .set();
    }

    void add(Appointment appointment) {
        Agreed agreed = appointment.agreed();
        jdbc.sql("""
                with made as (
                    insert into appointment (id, kind, subject, interview_id, starts_at, ends_at, zone, wall_clock, utc_offset)
                    values (:id, :kind, :subject, cast(:interview as uuid), :from, :until, :zone, :clock, :offset)
                    returning id)
                insert into appointment_person (appointment_id, person_id, span)
                select made.id, person_id, tstzrange(:from, :until)
                  from made, unnest(cast(:people as uuid[])) as person_id
                """)
                .param("id", appointment.id().value())
                .param("kind", appointment.what().kind().name())
                .param("subject", appointment.what().id())
                .param(
                        "interview",
                        appointment.interview().map(InterviewId::toString).orElse(null))
                .param("from", utc(agreed.span().from()))
                .param("until", utc(agreed.span().until()))
                .param("zone", agreed.zone().getId())
                .param("clock", agreed.wallClock())
                .param("offset", agreed.offset().getTotalSeconds())
                .param("people", ids(appointment.people()))
                .update();
    }

    void addAll(List<Appointment> all) {
        UUID[] ids = all.stream().map(one -> one.id().value()).toArray(UUID[]::new);
        jdbc.sql("""
                insert into appointment (id, kind, subject, interview_id, starts_at, ends_at, zone, wall_clock, utc_offset)
                select id, kind, subject, interview_id, starts_at, ends_at, zone, wall_clock, utc_offset
                  from unnest(cast(:ids as uuid[]), cast(:kinds as text[]), cast(:subjects as uuid[]), cast(:interviews as uuid[]),
                              cast(:starts as timestamptz[]), cast(:ends as timestamptz[]), cast(:zones as text[]),
                              cast(:clocks as timestamp[]), cast(:offsets as integer[]))
                       as made (id, kind, subject, interview_id, starts_at, ends_at, zone, wall_clock, utc_offset)
                """)
                .param("ids", ids)
                .param("kinds", texts(all, one -> one.what().kind().name()))
                .param("subjects", all.stream().map(one -> one.what().id()).toArray(UUID[]::new))
                .param(
                        "interviews",
                        all.stream()
                                .map(one ->
                                        one.interview().map(InterviewId::value).orElse(null))
                                .toArray(UUID[]::new))
                .param("starts", texts(all, one -> one.agreed().span().from().toString()))
                .param("ends", texts(all, one -> one.agreed().span().until().toString()))
                .param("zones", texts(all, one -> one.agreed().zone().getId()))
                .param("clocks", texts(all, one -> one.agreed().wallClock().toString()))
                .param(
                        "offsets",
                        all.stream()
                                .map(one -> one.agreed().offset().getTotalSeconds())
                                .toArray(Integer[]::new))
                .update();
        List<Map.Entry<Appointment, PersonId>> seats = all.stream()
                .flatMap(one -> one.people().stream().map(person -> Map.entry(one, person)))
                .toList();
        jdbc.sql("""
                insert into appointment_person (appointment_id, person_id, span)
                select seat.id, seat.person_id, tstzrange(appointment.starts_at, appointment.ends_at)
                  from unnest(cast(:ids as uuid[]), cast(:people as uuid[])) as seat (id, person_id)
                  join appointment on appointment.id = seat.id
                """)
                .param(
                        "ids",
                        seats.stream().map(seat -> seat.getKey().id().value()).toArray(UUID[]::new))
                .param(
                        "people",
                        seats.stream().map(seat -> seat.getValue().value()).toArray(UUID[]::new))
                .update();
    }

    private static String[] texts(List<Appointment> all, Function<Appointment, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    void move(AppointmentId id, Agreed agreed) {
        jdbc.sql("""
                with moved as (
                    update appointment
                       set starts_at = :from, ends_at = :until, zone = :zone, wall_clock = :clock, utc_offset = :offset
                     where id = :id)
                update appointment_person
                   set span = tstzrange(:from, :until)
                 where appointment_id = :id
                """)
                .param("id", id.value())
                .param("from", utc(agreed.span().from()))
                .param("until", utc(agreed.span().until()))
                .param("zone", agreed.zone().getId())
                .param("clock", agreed.wallClock())
                .param("offset", agreed.offset().getTotalSeconds())
                .update();
    }

    /** One more whose time it takes; the caller holds them and knows them to be free. */
    void join(AppointmentId id, PersonId person) {
        jdbc.sql("""
                insert into appointment_person (appointment_id, person_id, span)
                select id, :person, tstzrange(starts_at, ends_at)
                  from appointment
                 where id = :id
                """).param("id", id.value()).param("person", person.value()).update();
    }

    /** From then on everybody is free. */
    void end(AppointmentId id, Instant at) {
        jdbc.sql("""
                with ended as (
                    update appointment
                       set ends_at = :at
                     where id = :id)
                update appointment_person
                   set span = tstzrange(lower(span), :at)
                 where appointment_id = :id
                """).param("id", id.value()).param("at", utc(at)).update();
    }

    boolean remove(AppointmentId id) {
        return jdbc.sql("delete from appointment where id = :id")
                        .param("id", id.value())
                        .update()
                == 1;
    }

    boolean join(AppointmentId id, InterviewId interview) {
        return jdbc.sql("update appointment set interview_id = :interview where id = :id")
                        .param("id", id.value())
                        .param("interview", interview.value())
                        .update()
                == 1;
    }

    Optional<Appointment> find(AppointmentId id) {
        return jdbc.sql(APPOINTMENTS + " where appointment.id = :id")
                .param("id", id.value())
                .query(PostgresAppointments::appointment)
                .optional();
    }

    Optional<Appointment> of(What what) {
        return jdbc.sql(APPOINTMENTS + " where appointment.subject = :subject and appointment.kind = :kind")
                .param("subject", what.id())
                .param("kind", what.kind().name())
                .query(PostgresAppointments::appointment)
                .optional();
    }

    List<Appointment> ahead(Instant now, Optional<Appointment> after, int most) {
        return jdbc.sql(APPOINTMENTS + """
                 where appointment.starts_at > :now
                   and appointment.ends_at > :now
                   and (appointment.ends_at, appointment.id) > (:ended, cast(:after as uuid))
                 order by appointment.ends_at, appointment.id
                 limit :most
                """)
                .param("now", utc(now))
                .param(
                        "ended",
                        utc(after.map(last -> last.agreed().span().until()).orElse(now)))
                .param("after", after.map(Appointment::id).orElse(FIRST).value().toString())
                .param("most", most)
                .query(PostgresAppointments::appointment)
                .list();
    }

    List<Appointment> of(PersonId person, Span within) {
        return jdbc.sql(APPOINTMENTS + """
                 where appointment.id in (select appointment_id
                                            from appointment_person
                                           where person_id = :person
                                             and span && tstzrange(:from, :until))
                 order by appointment.starts_at, appointment.id
                """)
                .param("person", person.value())
                .param("from", utc(within.from()))
                .param("until", utc(within.until()))
                .query(PostgresAppointments::appointment)
                .list();
    }

    Optional<Appointment> of(InterviewId interview) {
        return jdbc.sql(APPOINTMENTS + " where appointment.interview_id = :interview")
                .param("interview", interview.value())
                .query(PostgresAppointments::appointment)
                .optional();
    }

    /** That of the first half of an exchange, which takes the time of both. */
    Optional<Appointment> ofFirstHalf(InterviewId second) {
        return jdbc.sql(APPOINTMENTS + """
                  join exchange on exchange.first = appointment.interview_id
                 where exchange.second = :second
                """)
                .param("second", second.value())
                .query(PostgresAppointments::appointment)
                .optional();
    }

    private static Appointment appointment(ResultSet row, int number) throws SQLException {
        return new Appointment(
                new AppointmentId(row.getObject("id", UUID.class)),
                people(row),
                new Agreed(
                        new Span(instant(row, "starts_at"), instant(row, "ends_at")),
                        ZoneId.of(row.getString("zone")),
                        row.getObject("wall_clock", LocalDateTime.class),
                        ZoneOffset.ofTotalSeconds(row.getInt("utc_offset"))),
                new What(What.Kind.valueOf(row.getString("kind")), row.getObject("subject", UUID.class)),
                Optional.ofNullable(row.getObject("interview_id", UUID.class)).map(InterviewId::new));
    }

    private static Set<PersonId> people(ResultSet row) throws SQLException {
        return Arrays.stream((UUID[]) row.getArray("people").getArray())
                .map(PersonId::new)
                .collect(Collectors.toSet());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static UUID[] ids(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).distinct().toArray(UUID[]::new);
    }
}
