package org.threeshift.core.evening;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.evening.Evening.State;
import org.threeshift.core.hours.Span;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/** Evenings as people have them in their calendars. */
@Component
class PostgresEveningDates {
    private final JdbcClient jdbc;

    PostgresEveningDates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An evening to which somebody was asked, or which they lead.
     *
     * @param asked     whether they are yet to answer
     * @param comes     whether they said yes and are not marked as away, or lead it
     * @param meets     whether they have a meeting of it that stands, whose interview is in their calendar
     * @param changedAt when the evening or their answer last changed
     */
    record Own(Evening evening, boolean leads, boolean asked, boolean comes, boolean meets, Instant changedAt) {
        boolean calledOff() {
            return evening.state() == State.CALLED_OFF;
        }

        /** Whether it is still to be answered. */
        boolean waits(Instant now) {
            return asked && !calledOff() && !evening.over(now);
        }

        /** Whether it stands in their calendar as a whole. */
        boolean stands() {
            return comes && !meets && !calledOff();
        }
    }

    /** Of a stretch of time, the next one first. Whoever is in the cohort no more, or coaches it no more, has none of it. */
    List<Own> of(PersonId person, Span within) {
        return jdbc.sql("""
                  with own as (select evening_id as id
                                 from evening_guest
                                where person_id = :person
                                  and (answer is not null or not away)
                                union
                               select evening.id
                                 from cohort_coach
                                 join cohort on cohort.id = cohort_coach.cohort_id
                                 join evening on evening.cohort_id = cohort_coach.cohort_id
                                where cohort_coach.person_id = :person
                                  and cohort.archived_at is null
                                  and evening.coach_id = :person)
                select\s""" + PostgresEvenings.COLUMNS + """
                       , evening.coach_id = :person as leads,
                       evening.coach_id <> :person and guest.answer is null as asked,
                       evening.coach_id = :person or (guest.answer = 'YES' and not guest.away) as comes,
                       exists (select
                                 from evening_meeting as meeting
                                 join interview on interview.id = meeting.interview_id
                                where meeting.evening_id = evening.id
                                  and (meeting.first_id = :person or meeting.second_id = :person)
                                  and not meeting.off
                                  and interview.phase <> 'CANCELLED') as meets,
                       greatest(evening.changed_at, guest.answered_at) as last_changed_at
                  from own
                  join evening on evening.id = own.id
                  left join evening_guest as guest on guest.evening_id = evening.id and guest.person_id = :person
                 where evening.ends_at > :from
                   and evening.starts_at < :until
                   and (evening.coach_id = :person or\s""" + PostgresGuestLists.MEMBER + """
                       )
                 order by evening.starts_at, evening.id
                """)
                .param("person", person.value())
                .param("from", utc(within.from()))
                .param("until", utc(within.until()))
                .query(PostgresEveningDates::own)
                .list();
    }

    private static Own own(ResultSet row, int number) throws SQLException {
        return new Own(
                PostgresEvenings.evening(row, number),
                row.getBoolean("leads"),
                row.getBoolean("asked"),
                row.getBoolean("comes"),
                row.getBoolean("meets"),
                row.getObject("last_changed_at", OffsetDateTime.class).toInstant());
    }

    /** Of these, the first halves of meetings that were taken back before they began, with their evening or by another plan of it. */
    Set<InterviewId> takenBack(Collection<InterviewId> interviews) {
        return jdbc.sql("""
                        select interview_id
                          from evening_meeting
                         where interview_id = any (cast(:interviews as uuid[]))
                           and replaced
                        """)
                .param("interviews", interviews.stream().map(InterviewId::value).toArray(UUID[]::new))
                .query((row, number) -> new InterviewId(row.getObject("interview_id", UUID.class)))
                .set();
    }

    /**
     * The place of a meeting in its evening.
     *
     * @param asked   whether the reader is on its list
     * @param ends    when the meeting's time ends
     * @param next    when the reader's next meeting begins
     * @param partner with whom that is
     */
    record Place(
            Evening evening,
            int slot,
            boolean asked,
            Instant ends,
            Optional<Instant> next,
            Optional<PersonId> partner) {}

    /** Of these, by the first halves of meetings, also of those that were taken back. */
    Map<InterviewId, Place> places(Collection<InterviewId> firstHalves, PersonId reader) {
        Map<InterviewId, Place> places = new HashMap<>();
        jdbc.sql("select " + PostgresEvenings.COLUMNS + """
                       , meeting.interview_id, meeting.slot, guest.person_id is not null as asked,
                       first.starts_at + make_interval(mins => exchange.minutes) as meeting_ends_at,
                       next.starts_at as next_starts_at, next.partner
                  from evening_meeting as meeting
                  join evening on evening.id = meeting.evening_id
                  join interview as first on first.id = meeting.interview_id
                  join exchange on exchange.first = meeting.interview_id
                  left join evening_guest as guest on guest.evening_id = evening.id
                                                  and guest.person_id = :reader
                                                  and\s""" + PostgresGuestLists.MEMBER + """

                  left join lateral (select interview.starts_at,
                                            case when later.first_id = :reader then later.second_id else later.first_id end
                                                as partner
                                       from evening_meeting as later
                                       join interview on interview.id = later.interview_id
                                      where later.evening_id = meeting.evening_id
                                        and (later.first_id = :reader or later.second_id = :reader)
                                        and later.slot > meeting.slot
                                        and not later.off
                                        and interview.phase = 'SCHEDULED'
                                      order by later.slot
                                      limit 1) as next on true
                 where meeting.interview_id = any (cast(:interviews as uuid[]))
                """)
                .param("reader", reader.value())
                .param(
                        "interviews",
                        firstHalves.stream().map(InterviewId::value).toArray(UUID[]::new))
                .query((row, number) ->
                        Map.entry(new InterviewId(row.getObject("interview_id", UUID.class)), place(row, number)))
                .list()
                .forEach(entry -> places.put(entry.getKey(), entry.getValue()));
        return places;
    }

    private static Place place(ResultSet row, int number) throws SQLException {
        return new Place(
                PostgresEvenings.evening(row, number),
                row.getInt("slot"),
                row.getBoolean("asked"),
                row.getObject("meeting_ends_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("next_starts_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getObject("partner", UUID.class)).map(PersonId::new));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
