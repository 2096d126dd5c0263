package org.threeshift.core.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Notices that are due, how what they tell of stands, and by which ways they went. */
@Component
class PostgresDue {
    static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    private final JdbcClient jdbc;

    PostgresDue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param mistakes how often it could not be told, by a mistake of ours */
    record InHand(UUID id, int mistakes) {}

    /**
     * The notice that has been due longest, for the caller's transaction alone: whoever else takes at the same time gets another. The
     * node that ends in the middle lets go of it.
     */
    Optional<InHand> take(Instant now) {
        return jdbc.sql("""
                select id, mistakes
                  from notice
                 where settled_at is null
                   and next_at <= :now
                   and kind = any (:kinds)
                 order by next_at, posted_at, id
                 limit 1
                   for update skip locked
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("kinds", List.of(Kind.values()).stream().map(Kind::name).toArray(String[]::new))
                .query((row, _) -> new InHand(row.getObject("id", UUID.class), row.getInt("mistakes")))
                .optional();
    }

    Optional<Waiting> find(UUID notice) {
        return jdbc.sql("""
                select id, kind, person_id, filled, interview_id, link, until
                  from notice
                 where id = :notice
                   and kind = any (:kinds)
                """)
                .param("notice", notice)
                .param("kinds", List.of(Kind.values()).stream().map(Kind::name).toArray(String[]::new))
                .query(PostgresDue::waiting)
                .optional();
    }

    /** Held as it is until the caller's transaction ends: who moves or calls off the interview meanwhile comes after it. */
    Optional<Standing> standing(InterviewId interview, PersonId person) {
        return jdbc.sql("""
                select interview.phase, interview.starts_at,
                       exists (select
                                 from participant
                                where participant.interview_id = interview.id
                                  and participant.person_id = :person) as seated,
                       exists (select
                                 from sheet
                                 join participant on participant.interview_id = sheet.interview_id
                                                 and participant.person_id = sheet.interviewer
                                where sheet.interview_id = interview.id
                                  and sheet.interviewer = :person
                                  and sheet.locked_at is null
                                  and participant.seat = 'INTERVIEWER') as open,
                       exists (select
                                 from sheet
                                 join participant on participant.interview_id = sheet.interview_id
                                                 and participant.person_id = sheet.interviewer
                                where sheet.interview_id = interview.id
                                  and sheet.locked_at is null
                                  and participant.seat = 'INTERVIEWER') as open_somewhere,
                       interview.phase = 'DEBRIEFING'
                           and not exists (select
                                             from interview_event
                                            where interview_event.interview_id = interview.id
                                              and interview_event.type = 'scoring-closed') as scoring,
                       exists (select
                                 from notice
                                 join notice_delivery on notice_delivery.notice_id = notice.id
                                where notice.interview_id = interview.id
                                  and notice.person_id = :person
                                  and notice.kind in ('BOOKED', 'PLANNED', 'CHANGED', 'MOVED', 'CLOCKS_CHANGED')
                                  and notice_delivery.channel = 'EMAIL'
                                  and not exists (select
                                                    from outbox
                                                   where outbox.key = 'notice:' || notice.id
                                                     and outbox.state = 'DISCARDED')) as invited,
                       exists (select
                                 from notice
                                where notice.interview_id = interview.id
                                  and notice.person_id = :person
                                  and notice.kind in ('BOOKED', 'PLANNED', 'CHANGED', 'MOVED')
                                  and (notice.dropped or notice.settled_at is null))
                           and not exists (select
                                             from notice
                                             join notice_delivery on notice_delivery.notice_id = notice.id
                                            where notice.interview_id = interview.id
                                              and notice.person_id = :person) as never_heard
                  from interview
                 where interview.id = :interview
                   for share of interview
                """)
                .param("interview", interview.value())
                .param("person", person.value())
                .query((row, _) -> new Standing(
                        Phase.valueOf(row.getString("phase")),
                        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("seated"),
                        row.getBoolean("scoring") && row.getBoolean("open"),
                        row.getBoolean("scoring") && row.getBoolean("open_somewhere"),
                        row.getBoolean("invited"),
                        row.getBoolean("never_heard")))
                .optional();
    }

    /** Keeps that it goes out this way now; answers whether it had not before. */
    boolean deliver(UUID notice, Channel channel, Instant at) {
        return jdbc.sql("""
                        insert into notice_delivery (notice_id, channel, at)
                        values (:notice, :channel, :at)
                            on conflict (notice_id, channel) do nothing
                        """)
                        .param("notice", notice)
                        .param("channel", channel.name())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void settle(UUID notice, boolean dropped, Instant at) {
        jdbc.sql("""
                update notice
                   set settled_at = :at,
                       dropped = :dropped
                 where id = :notice
                """)
                .param("notice", notice)
                .param("dropped", dropped)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Leaves it for later, after a mistake of ours, so that others come first. */
    void postpone(UUID notice, Instant to) {
        jdbc.sql("""
                update notice
                   set next_at = :to,
                       mistakes = mistakes + 1
                 where id = :notice
                   and settled_at is null
                """)
                .param("notice", notice)
                .param("to", to.atOffset(ZoneOffset.UTC))
                .update();
    }

    static Waiting waiting(ResultSet row, int number) throws SQLException {
        return new Waiting(
                row.getObject("id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                new PersonId(row.getObject("person_id", UUID.class)),
                JsonMapper.shared().readValue(row.getString("filled"), VALUES),
                Optional.ofNullable(row.getObject("interview_id", UUID.class)).map(InterviewId::new),
                row.getString("link"),
                row.getObject("until", OffsetDateTime.class).toInstant());
    }
}
