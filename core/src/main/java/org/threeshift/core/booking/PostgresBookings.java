package org.threeshift.core.booking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
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
import org.threeshift.core.booking.Booking.Answer;
import org.threeshift.core.hours.Span;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

@Component
class PostgresBookings {
    private static final String BOOKINGS = """
            select booking.interview_id, booking.page_id, booking_page.slug, booking.kind_id,
                   coalesce(session_kind.name, interview.title) as name, interview.title,
                   coalesce(session_kind.price, '') as price, booking.minutes, interview.minutes as interview_minutes,
                   booking.change_hours,
                   booking.coach, booking.candidate, booking.booked_at, interview.starts_at, interview.zone, interview.phase
              from booking
              join interview on interview.id = booking.interview_id
              left join booking_page on booking_page.id = booking.page_id
              left join session_kind on session_kind.id = booking.kind_id
            """;

    private final JdbcClient jdbc;

    PostgresBookings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Its interview may be set up later in the same transaction. */
    void add(
            InterviewId interview,
            BookingPage page,
            SessionKind kind,
            PersonId coach,
            PersonId candidate,
            Instant at,
            List<Answer> answers) {
        jdbc.sql("""
                with made as (
                    insert into booking (interview_id, page_id, kind_id, coach, candidate, minutes, change_hours, booked_at)
                    values (:interview, :page, :kind, :coach, :candidate, :minutes, :change, :at)
                    returning interview_id)
                insert into booking_answer (interview_id, place, question, answer)
                select made.interview_id, given.place, given.question, given.answer
                  from made
                  cross join unnest(cast(:questions as text[]), cast(:answers as text[]))
                    with ordinality as given (question, answer, place)
                """)
                .param("interview", interview.value())
                .param("page", page.id().value())
                .param("change", page.rules().changeHours())
                .param("kind", kind.id().value())
                .param("coach", coach.value())
                .param("candidate", candidate.value())
                .param("minutes", kind.minutes())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("questions", answers.stream().map(Answer::question).toArray(String[]::new))
                .param("answers", answers.stream().map(Answer::text).toArray(String[]::new))
                .update();
    }

    Optional<Booking> find(InterviewId interview) {
        return whole(jdbc.sql(BOOKINGS + " where booking.interview_id = :interview")
                        .param("interview", interview.value())
                        .query(PostgresBookings::booking)
                        .list())
                .stream()
                .findFirst();
    }

    /** Whether somebody’s calling off counts as late. */
    boolean late(InterviewId interview, PersonId person) {
        return jdbc.sql("""
                select exists (select
                                 from commitment
                                where person_id = :person
                                  and commitment_id = :interview
                                  and keeping = 'LATE')
                """)
                .param("person", person.value())
                .param("interview", interview.value())
                .query(Boolean.class)
                .single();
    }

    /** Whether a command was carried out on an interview. */
    boolean carriedOut(InterviewId interview, UUID command) {
        return jdbc.sql("""
                select exists (select
                                 from interview_event
                                where interview_id = :interview
                                  and event_id = :command)
                """)
                .param("interview", interview.value())
                .param("command", command)
                .query(Boolean.class)
                .single();
    }

    /** A candidate's sessions that are agreed and take some of that time. */
    List<Booking> ofCandidate(PersonId candidate, Span within) {
        return whole(jdbc.sql(BOOKINGS + """
                 where booking.candidate = :candidate
                   and interview.phase = 'SCHEDULED'
                   and interview.starts_at < :until
                   and interview.starts_at + make_interval(mins => booking.minutes) > :from
                 order by interview.starts_at
                """)
                .param("candidate", candidate.value())
                .param("from", within.from().atOffset(ZoneOffset.UTC))
                .param("until", within.until().atOffset(ZoneOffset.UTC))
                .query(PostgresBookings::booking)
                .list());
    }

    /** Until when it lasts or was to last: what is only agreed on is ahead no longer than that. */
    private static final String NOT_OVER = """
            (interview.phase = 'LIVE'
             or interview.phase = 'SCHEDULED' and interview.starts_at + make_interval(mins => booking.minutes) > :now)
            """;

    /** A person's own, as coach or as candidate: those ahead in the order of time, the others the newest first. */
    List<Booking> of(PersonId person, boolean ahead, Instant now, int most) {
        return whole(jdbc.sql((BOOKINGS + (ahead ? """
                 where (booking.coach = :person or booking.candidate = :person)
                   and %s
                 order by interview.starts_at, interview.id
                 limit :most
                """ : """
                 where (booking.coach = :person or booking.candidate = :person)
                   and not %s
                 order by interview.starts_at desc, interview.id
                 limit :most
                """)).formatted(NOT_OVER))
                .param("person", person.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(PostgresBookings::booking)
                .list());
    }

    /** How many sessions a candidate has ahead of them. */
    int ahead(PersonId candidate, Instant now) {
        return jdbc.sql("""
                select count(*)
                  from booking
                  join interview on interview.id = booking.interview_id
                 where booking.candidate = :candidate
                   and interview.phase = 'SCHEDULED'
                   and interview.starts_at + make_interval(mins => booking.minutes) > :now
                """)
                .param("candidate", candidate.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** That somebody keeps watch at this moment over all whose time to come it is. */
    void watch(Instant now, Instant startedAfter) {
        jdbc.sql("""
                update booking
                   set watched_at = :now
                  from interview
                 where interview.id = booking.interview_id
                   and interview.phase = 'SCHEDULED'
                   and interview.starts_at <= :now
                   and interview.starts_at > :after
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("after", startedAfter.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Those that were to begin at that moment or before and have not, as long as they would last, over which somebody kept watch. */
    List<InterviewId> toJudge(Instant startedBy) {
        return jdbc.sql("""
                select interview.id
                  from booking
                  join interview on interview.id = booking.interview_id
                 where interview.phase = 'SCHEDULED'
                   and interview.starts_at <= :by
                   and interview.starts_at > cast(:by as timestamptz) - interval '4 hours'
                   and booking.watched_at >= interview.starts_at
                 order by interview.starts_at, interview.id
                """)
                .param("by", startedBy.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new InterviewId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Coaches' sessions that begin within a stretch of time, on whichever page they were booked, with what it keeps free around them. */
    Map<PersonId, List<FreeHours.Booked>> booked(
            Collection<PersonId> coaches, Span within, Optional<InterviewId> except) {
        Map<PersonId, List<FreeHours.Booked>> booked = new HashMap<>();
        jdbc.sql("""
                select booking.coach, interview.starts_at, booking.minutes,
                       coalesce(booking_page.minutes_before, 0) as minutes_before,
                       coalesce(booking_page.minutes_after, 0) as minutes_after
                  from booking
                  join interview on interview.id = booking.interview_id
                  left join booking_page on booking_page.id = booking.page_id
                 where booking.coach = any (:coaches)
                   and interview.phase <> 'CANCELLED'
                   and interview.starts_at >= :from
                   and interview.starts_at < :until
                   and interview.id is distinct from cast(:except as uuid)
                """)
                .param("coaches", coaches.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("from", within.from().atOffset(ZoneOffset.UTC))
                .param("until", within.until().atOffset(ZoneOffset.UTC))
                .param("except", except.map(InterviewId::toString).orElse(null))
                .query(row -> {
                    booked.computeIfAbsent(new PersonId(row.getObject("coach", UUID.class)), _ -> new ArrayList<>())
                            .add(new FreeHours.Booked(
                                    Span.of(instant(row, "starts_at"), Duration.ofMinutes(row.getInt("minutes"))),
                                    Duration.ofMinutes(row.getInt("minutes_before")),
                                    Duration.ofMinutes(row.getInt("minutes_after"))));
                });
        return booked;
    }

    /** What each coach of a page took there, of the sessions that began since then or are ahead. */
    Map<PersonId, FairChoice.Load> loads(BookingPageId page, Instant since) {
        Map<PersonId, FairChoice.Load> loads = new HashMap<>();
        jdbc.sql("""
                select booking.coach, count(*) filter (where interview.starts_at >= :since) as sessions,
                       max(booking.booked_at) as last
                  from booking
                  join interview on interview.id = booking.interview_id
                 where booking.page_id = :page
                   and interview.phase <> 'CANCELLED'
                 group by booking.coach
                """)
                .param("page", page.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    loads.put(
                            new PersonId(row.getObject("coach", UUID.class)),
                            new FairChoice.Load(row.getInt("sessions"), instant(row, "last")));
                });
        return loads;
    }

    /** @return how many answers went, of sessions that were to begin before then */
    int removeAnswers(Instant before) {
        return jdbc.sql("""
                delete from booking_answer
                 using interview
                 where interview.id = booking_answer.interview_id
                   and interview.starts_at < :before
                """).param("before", before.atOffset(ZoneOffset.UTC)).update();
    }

    private List<Booking> whole(List<Booking> bare) {
        if (bare.isEmpty()) {
            return bare;
        }
        Map<UUID, List<Answer>> answers = new HashMap<>();
        jdbc.sql("""
                select interview_id, question, answer
                  from booking_answer
                 where interview_id = any (:ids)
                 order by interview_id, place
                """)
                .param("ids", bare.stream().map(one -> one.interview().value()).toArray(UUID[]::new))
                .query(row -> {
                    answers.computeIfAbsent(row.getObject("interview_id", UUID.class), _ -> new ArrayList<>())
                            .add(new Answer(row.getString("question"), row.getString("answer")));
                });
        return bare.stream()
                .map(one -> new Booking(
                        one.interview(),
                        one.page(),
                        one.kindName(),
                        one.round(),
                        one.price(),
                        one.minutes(),
                        one.interviewMinutes(),
                        one.changeHours(),
                        one.coach(),
                        one.candidate(),
                        one.bookedAt(),
                        answers.getOrDefault(one.interview().value(), List.of()),
                        one.startsAt(),
                        one.zone(),
                        one.phase()))
                .toList();
    }

    private static Booking booking(ResultSet row, int number) throws SQLException {
        String slug = row.getString("slug");
        UUID kind = row.getObject("kind_id", UUID.class);
        return new Booking(
                new InterviewId(row.getObject("interview_id", UUID.class)),
                Optional.ofNullable(row.getObject("page_id", UUID.class))
                        .map(page -> new Booking.On(new BookingPageId(page), slug, new SessionKindId(kind))),
                row.getString("name"),
                row.getString("title"),
                row.getString("price"),
                row.getInt("minutes"),
                row.getInt("interview_minutes"),
                row.getInt("change_hours"),
                new PersonId(row.getObject("coach", UUID.class)),
                new PersonId(row.getObject("candidate", UUID.class)),
                instant(row, "booked_at"),
                List.of(),
                instant(row, "starts_at"),
                ZoneId.of(row.getString("zone")),
                Phase.valueOf(row.getString("phase")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
