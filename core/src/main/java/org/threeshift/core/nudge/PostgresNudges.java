package org.threeshift.core.nudge;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

@Component
class PostgresNudges {
    private final JdbcClient jdbc;

    PostgresNudges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every sheet that is owed since some time in between and of which the coach was not told, the longest first. */
    List<Owed> owed(Instant after, Instant until) {
        return jdbc.sql("""
                        select interview.id, sheet.interviewer, interview.host, interview.candidate, interview.invitee,
                               interview.title, interview.started_at, interview.finished_at,
                               exists (select
                                         from sheet as own
                                        where own.interview_id = interview.id
                                          and own.interviewer = interview.host
                                          and own.locked_at is null) as host_owes,
                               array(select participant.person_id
                                       from participant
                                      where participant.interview_id = interview.id) as seated,
                               array(select nudge.stage
                                       from nudge
                                      where nudge.interview_id = interview.id
                                        and nudge.interviewer = sheet.interviewer) as gone
                          from interview
                          join sheet on sheet.interview_id = interview.id
                          join participant on participant.interview_id = sheet.interview_id
                                          and participant.person_id = sheet.interviewer
                         where interview.phase = 'DEBRIEFING'
                           and interview.finished_at > :after
                           and interview.finished_at <= :until
                           and participant.seat = 'INTERVIEWER'
                           and sheet.locked_at is null
                           and not exists (select
                                             from interview_event
                                            where interview_event.interview_id = interview.id
                                              and interview_event.type = 'scoring-closed')
                           and not exists (select
                                             from nudge
                                            where nudge.interview_id = interview.id
                                              and nudge.interviewer = sheet.interviewer
                                              and nudge.stage = 'COACH')
                         order by interview.finished_at, interview.id, sheet.interviewer
                        """)
                .param("after", after.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query(PostgresNudges::owed)
                .list();
    }

    /** Keeps that somebody was told, unless somebody was already or the sheet is not owed any more; answers whether it did. */
    boolean mark(Owed sheet, Stage stage, Instant at) {
        return jdbc.sql("""
                        insert into nudge (interview_id, interviewer, stage, at)
                        select sheet.interview_id, sheet.interviewer, :stage, :at
                          from sheet
                          join interview on interview.id = sheet.interview_id
                         where sheet.interview_id = :interview
                           and sheet.interviewer = :interviewer
                           and sheet.locked_at is null
                           and interview.phase = 'DEBRIEFING'
                           and not exists (select
                                             from interview_event
                                            where interview_event.interview_id = interview.id
                                              and interview_event.type = 'scoring-closed')
                            on conflict (interview_id, interviewer, stage) do nothing
                        """)
                        .param("interview", sheet.interview().value())
                        .param("interviewer", sheet.interviewer().value())
                        .param("stage", stage.name())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** How many sheets are owed for each interview of a host who owes none there themselves; nothing of those that wait for none. */
    Map<InterviewId, Integer> missing(PersonId host) {
        Map<InterviewId, Integer> missing = new HashMap<>();
        jdbc.sql("""
                select interview.id, count(*) as sheets
                  from participant as own
                  join interview on interview.id = own.interview_id
                  join sheet on sheet.interview_id = interview.id
                  join participant on participant.interview_id = sheet.interview_id
                                  and participant.person_id = sheet.interviewer
                 where own.person_id = :host
                   and interview.host = :host
                   and interview.phase = 'DEBRIEFING'
                   and participant.seat = 'INTERVIEWER'
                   and sheet.locked_at is null
                   and not exists (select
                                     from interview_event
                                    where interview_event.interview_id = interview.id
                                      and interview_event.type = 'scoring-closed')
                 group by interview.id
                having not bool_or(sheet.interviewer = :host)
                """).param("host", host.value()).query(row -> {
            missing.put(new InterviewId(row.getObject("id", UUID.class)), row.getInt("sheets"));
        });
        return missing;
    }

    /** When somebody was told, by interviewer and stage. */
    Map<PersonId, Map<Stage, Instant>> of(InterviewId interview) {
        Map<PersonId, Map<Stage, Instant>> told = new HashMap<>();
        jdbc.sql("""
                select interviewer, stage, at
                  from nudge
                 where interview_id = :interview
                """).param("interview", interview.value()).query(row -> {
            told.computeIfAbsent(new PersonId(row.getObject("interviewer", UUID.class)), _ -> new HashMap<>())
                    .put(Stage.valueOf(row.getString("stage")), instant(row, "at"));
        });
        return told;
    }

    private static Owed owed(ResultSet row, int number) throws SQLException {
        return new Owed(
                new InterviewId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("interviewer", UUID.class)),
                new PersonId(row.getObject("host", UUID.class)),
                row.getBoolean("host_owes"),
                Optional.ofNullable(row.getObject("candidate", UUID.class)).map(PersonId::new),
                row.getString("invitee"),
                row.getString("title"),
                set(row.getArray("seated"), id -> new PersonId((UUID) id)),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                set(row.getArray("gone"), name -> Stage.valueOf((String) name)));
    }

    private static <T> Set<T> set(Array column, Function<Object, T> read) throws SQLException {
        return Arrays.stream((Object[]) column.getArray()).map(read).collect(Collectors.toUnmodifiableSet());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
