package org.threeshift.core.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/**
 * What of interviews people are to be told: one statement each, whatever happened. The second half of an exchange begins when the
 * first is over, by both people's wish, so that nobody is told of it or reminded. Of a practice evening people are told as a whole, and
 * reminded of their first meeting alone; whoever only watches one of its meetings was not asked to it, and is told of that meeting.
 */
@Component
class PostgresNews {
    private final JdbcClient jdbc;

    PostgresNews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Up to when somebody has read; absent for whoever never did. */
    Optional<Instant> cursor(String name) {
        return jdbc.sql("""
                select at
                  from notice_cursor
                 where name = :name
                """)
                .param("name", name)
                .query((row, _) -> instant(row, "at"))
                .optional();
    }

    void keep(String name, Instant at) {
        jdbc.sql("""
                insert into notice_cursor (name, at)
                values (:name, :at)
                    on conflict (name) do update
                   set at = greatest(notice_cursor.at, excluded.at)
                """)
                .param("name", name)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * What happened in between and was not told yet. Whoever did it is told for their calendar alone: that they
     * set something up or took the chair of a link, and what changes an invitation that they were sent themselves. Whoever was taken
     * off it has no part in it any more and is told that.
     */
    List<Happening> happened(Instant after, Instant until) {
        return jdbc.sql("""
                select event.event_id, event.type, event.at, event.payload ->> 'reason' as reason,
                       participant.person_id = event.actor as own, before.again,
                       interview.id, participant.person_id, participant.seat, interview.host, interview.candidate,
                       interview.invitee, interview.title, booking.interview_id is not null as booked,
                       pair.id as pair_id,
                       coalesce(cast(event.payload ->> 'startsAt' as timestamptz), interview.starts_at) as starts_at,
                       case
                           when event.type = 'rescheduled'
                               then (select cast(earlier.payload ->> 'startsAt' as timestamptz)
                                       from interview_event as earlier
                                      where earlier.interview_id = event.interview_id
                                        and earlier.seq < event.seq
                                        and earlier.type in ('scheduled', 'rescheduled')
                                      order by earlier.seq desc
                                      limit 1)
                       end as starts_before
                  from interview_event as event
                  join interview on interview.id = event.interview_id
                  join lateral (select participant.person_id, participant.seat
                                  from participant
                                 where participant.interview_id = event.interview_id
                                   and event.type <> 'seat-withdrawn'
                                 union all
                                select cast(event.payload ->> 'person' as uuid), 'OBSERVER'
                                 where event.type = 'seat-withdrawn') as participant on true
                  join person on person.id = participant.person_id
                  left join booking on booking.interview_id = interview.id
                                    and participant.person_id in (booking.coach, booking.candidate)
                  left join (pair join pair_person on pair_person.pair_id = pair.id)
                         on pair.first_id = interview.id and pair_person.person_id = participant.person_id
                 cross join lateral (select event.type = 'seat-given'
                                            and exists (select
                                                          from interview_event as earlier
                                                         where earlier.interview_id = event.interview_id
                                                           and earlier.seq < event.seq
                                                           and earlier.type = 'seat-withdrawn'
                                                           and earlier.payload ->> 'person' = event.payload ->> 'person')
                                         as again) as before
                 where event.type in ('scheduled', 'rescheduled', 'cancelled', 'no-show-reported', 'seat-given', 'seat-withdrawn',
                                      'joined', 'person-merged', 'published')
                   and event.at > :after
                   and event.at <= :until
                   and not person.guest
                   and not exists (select from exchange where exchange.second = interview.id and event.type <> 'published')
                   and not exists (select
                                     from evening_meeting
                                    where evening_meeting.interview_id = interview.id
                                      and participant.person_id in (evening_meeting.first_id, evening_meeting.second_id)
                                      and (event.type in ('scheduled', 'rescheduled')
                                           or (event.type = 'cancelled' and evening_meeting.off)))
                   and case event.type
                           when 'scheduled' then true
                           when 'joined' then participant.person_id = event.actor
                                          and participant.seat = 'CANDIDATE'
                                          and exists (select
                                                        from invitation
                                                       where invitation.interview_id = interview.id
                                                         and invitation.used_by = event.actor)
                           when 'person-merged' then cast(participant.person_id as text) = event.payload ->> 'account'
                                                 and participant.seat = 'CANDIDATE'
                           when 'seat-withdrawn' then exists (select
                                                                from notice
                                                               where notice.person_id = participant.person_id
                                                                 and notice.key = 'booked:' || interview.id)
                           when 'seat-given' then participant.person_id <> event.actor
                                              and cast(participant.person_id as text) = event.payload ->> 'person'
                           when 'published' then participant.seat = 'CANDIDATE'
                           when 'no-show-reported' then participant.person_id <> event.actor
                                                    and participant.seat = event.payload ->> 'absent'
                           else participant.person_id <> event.actor
                                or exists (select
                                             from notice
                                            where notice.person_id = participant.person_id
                                              and notice.key = 'booked:' || interview.id)
                       end
                   and not exists (select
                                     from notice
                                    where notice.person_id = participant.person_id
                                      and notice.key = case event.type
                                                           when 'rescheduled' then 'changed:' || event.event_id
                                                           when 'cancelled' then 'cancelled:' || event.event_id
                                                           when 'no-show-reported' then 'missed:' || event.event_id
                                                           when 'published' then 'scorecard:' || interview.id
                                                           when 'seat-withdrawn' then 'taken-off:' || event.event_id
                                                           else 'booked:' || interview.id
                                                                    || case when before.again then ':' || event.event_id else '' end
                                                       end)
                 order by event.at, event.interview_id, event.seq, participant.person_id
                """)
                .param("after", after.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Happening(
                        row.getObject("event_id", UUID.class),
                        row.getString("type"),
                        instant(row, "at"),
                        setting(row),
                        instant(row, "starts_at"),
                        moment(row, "starts_before"),
                        row.getBoolean("own"),
                        row.getBoolean("again"),
                        Optional.ofNullable(row.getString("reason")).orElse("")))
                .list();
    }

    /**
     * Interviews that begin in between, a row for everybody who has a part in it and whom nobody reminded yet.
     *
     * @param what the beginning of the reminder's key
     */
    List<Ahead> ahead(String what, Instant after, Instant until) {
        return jdbc.sql("""
                select interview.id, participant.person_id, participant.seat, interview.host, interview.candidate,
                       interview.invitee, interview.title, booking.interview_id is not null as booked,
                       pair.id as pair_id, interview.starts_at, person.zone,
                       (select max(event.at)
                          from interview_event as event
                         where event.interview_id = interview.id
                           and event.type in ('scheduled', 'rescheduled')) as agreed
                  from interview
                  join participant on participant.interview_id = interview.id
                  join person on person.id = participant.person_id
                  left join booking on booking.interview_id = interview.id
                                    and participant.person_id in (booking.coach, booking.candidate)
                  left join (pair join pair_person on pair_person.pair_id = pair.id)
                         on pair.first_id = interview.id and pair_person.person_id = participant.person_id
                 where interview.phase = 'SCHEDULED'
                   and interview.starts_at > :after
                   and interview.starts_at <= :until
                   and not person.guest
                   and not exists (select from exchange where exchange.second = interview.id)
                   and not exists (select
                                     from evening_meeting as meeting
                                     join evening_meeting as earlier on earlier.evening_id = meeting.evening_id
                                     join interview as first_there on first_there.id = earlier.interview_id
                                    where meeting.interview_id = interview.id
                                      and not earlier.off
                                      and first_there.phase <> 'CANCELLED'
                                      and earlier.slot < meeting.slot
                                      and participant.person_id in (earlier.first_id, earlier.second_id))
                   and not exists (select
                                     from notice
                                    where notice.person_id = participant.person_id
                                      and notice.key = :what || ':' || interview.id || ':'
                                                           || cast(floor(extract(epoch from interview.starts_at)) as bigint))
                 order by interview.starts_at, interview.id, participant.person_id
                """)
                .param("what", what)
                .param("after", after.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Ahead(
                        setting(row),
                        instant(row, "starts_at"),
                        ZoneId.of(row.getString("zone")),
                        instant(row, "agreed")))
                .list();
    }

    /** Everybody who interviews or is interviewed in what was to begin in between and has not. */
    List<Late> late(Instant after, Instant until) {
        return jdbc.sql("""
                select interview.id, participant.person_id, participant.seat, interview.host, interview.candidate,
                       interview.invitee, interview.title, booking.interview_id is not null as booked,
                       pair.id as pair_id, interview.starts_at,
                       exists (select
                                 from notice
                                where notice.person_id = participant.person_id
                                  and notice.key = 'waiting:' || interview.id || ':'
                                                       || cast(floor(extract(epoch from interview.starts_at)) as bigint)) as told
                  from interview
                  join participant on participant.interview_id = interview.id
                  left join booking on booking.interview_id = interview.id
                                    and participant.person_id in (booking.coach, booking.candidate)
                  left join (pair join pair_person on pair_person.pair_id = pair.id)
                         on pair.first_id = interview.id and pair_person.person_id = participant.person_id
                 where interview.phase = 'SCHEDULED'
                   and interview.starts_at > :after
                   and interview.starts_at <= :until
                   and participant.seat in ('CANDIDATE', 'INTERVIEWER')
                   and not exists (select from exchange where exchange.second = interview.id)
                 order by interview.id, participant.person_id
                """)
                .param("after", after.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Late(setting(row), instant(row, "starts_at"), row.getBoolean("told")))
                .list();
    }

    /** Where people are. */
    List<ZoneId> zones() {
        return jdbc.sql("""
                select distinct zone
                  from person
                 where not guest
                 order by zone
                """).query((row, _) -> ZoneId.of(row.getString("zone"))).list();
    }

    /** Of everybody there for whom something happened in the week before or is ahead in this one. */
    List<Week.Sum> sums(Week week) {
        return jdbc.sql("""
                select sum.id, sum.held, sum.ready, sum.ahead, sum.owed, sum.next
                  from (select person.id,
                               (select count(*)
                                  from participant
                                  join interview on interview.id = participant.interview_id
                                 where participant.person_id = person.id
                                   and participant.seat in ('CANDIDATE', 'INTERVIEWER')
                                   and interview.phase in ('DEBRIEFING', 'PUBLISHED')
                                   and interview.started_at >= :before
                                   and interview.started_at < :start) as held,
                               (select count(*)
                                  from interview
                                 where interview.candidate = person.id
                                   and interview.phase = 'PUBLISHED'
                                   and interview.published_at >= :before
                                   and interview.published_at < :start) as ready,
                               ahead.ahead, ahead.next,
                               (select count(*)
                                  from sheet
                                  join interview on interview.id = sheet.interview_id
                                  join participant on participant.interview_id = sheet.interview_id
                                                  and participant.person_id = sheet.interviewer
                                 where sheet.interviewer = person.id
                                   and sheet.locked_at is null
                                   and interview.phase = 'DEBRIEFING'
                                   and participant.seat = 'INTERVIEWER'
                                   and not exists (select
                                                     from interview_event
                                                    where interview_event.interview_id = interview.id
                                                      and interview_event.type = 'scoring-closed')) as owed
                          from person
                         cross join lateral (select count(*) as ahead, min(interview.starts_at) as next
                                               from participant
                                               join interview on interview.id = participant.interview_id
                                              where participant.person_id = person.id
                                                and interview.phase = 'SCHEDULED'
                                                and interview.starts_at >= :start
                                                and interview.starts_at < :end) as ahead
                         where person.zone = :zone
                           and not person.guest) as sum
                 where sum.held + sum.ready + sum.ahead > 0
                 order by sum.id
                """)
                .param("zone", week.zone().getId())
                .param("before", week.before().start().atOffset(ZoneOffset.UTC))
                .param("start", week.start().atOffset(ZoneOffset.UTC))
                .param("end", week.end().atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Week.Sum(
                        new PersonId(row.getObject("id", UUID.class)),
                        row.getInt("held"),
                        row.getInt("ready"),
                        row.getInt("ahead"),
                        row.getInt("owed"),
                        moment(row, "next")))
                .list();
    }

    private static Happening.Setting setting(ResultSet row) throws SQLException {
        return new Happening.Setting(
                new InterviewId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                Seat.valueOf(row.getString("seat")),
                new PersonId(row.getObject("host", UUID.class)),
                Optional.ofNullable(row.getObject("candidate", UUID.class)).map(PersonId::new),
                row.getString("invitee"),
                row.getString("title"),
                row.getBoolean("booked"),
                Optional.ofNullable(row.getObject("pair_id", UUID.class)));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return moment(row, column).orElseThrow();
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
    }
}
