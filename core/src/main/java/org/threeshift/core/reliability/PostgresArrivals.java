package org.threeshift.core.reliability;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.interview.Coming;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Limits;
import org.threeshift.core.people.PersonId;

/** Who came, and whether anybody kept watch. */
@Component
class PostgresArrivals {
    /**
     * Whether {@code seated} came to {@code interview}, which the statement around it names, with {@link #with its parameters}. The one
     * place that says so: somebody came who entered or did something there, or had its page open as far as that is still known, from when
     * joining opens until ten minutes after the time, or until the end of one that was begun.
     */
    static final String CAME = """
            (exists (select
                       from interview_event as did
                      where did.interview_id = interview.id
                        and did.actor = seated.person_id
                        and did.type = any (cast(:coming as text[]))
                        and did.at >= interview.starts_at - make_interval(secs => :opens)
                        and did.at <= case
                                          when interview.started_at is null then interview.starts_at + make_interval(secs => :waited)
                                          else coalesce(interview.finished_at, :now)
                                      end)
             or exists (select
                          from presence as seen
                         where seen.interview_id = interview.id
                           and seen.person_id = seated.person_id
                           and seen.seen_at >= interview.starts_at - make_interval(secs => :opens)
                           and seen.since <= case
                                                 when interview.started_at is null
                                                     then interview.starts_at + make_interval(secs => :waited)
                                                 else coalesce(interview.finished_at, :now)
                                             end))
            """;

    private final JdbcClient jdbc;

    PostgresArrivals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Its parameters. */
    static JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement, Instant now) {
        return statement
                .param("coming", Coming.EVENTS.toArray(String[]::new))
                .param("opens", Limits.JOINING_OPENS_BEFORE.toSeconds())
                .param("waited", Limits.NO_SHOW_AFTER.toSeconds())
                .param("now", now.atOffset(ZoneOffset.UTC));
    }

    /** What was watched a day ago has been counted since. */
    void watch(Instant now, Instant startedAfter) {
        jdbc.sql("""
                with over as (
                    delete from interview_watch
                     where watched_at < cast(:now as timestamptz) - interval '1 day')
                insert into interview_watch (interview_id, watched_at)
                select id, :now
                  from interview
                 where phase = 'SCHEDULED'
                   and starts_at <= :now
                   and starts_at > :after
                    on conflict (interview_id) do update
                   set watched_at = excluded.watched_at
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("after", startedAfter.atOffset(ZoneOffset.UTC))
                .update();
    }

    Set<PersonId> came(InterviewId interview, Instant now) {
        return with(jdbc.sql("""
                                select seated.person_id
                                  from interview
                                  join participant as seated on seated.interview_id = interview.id
                                 where interview.id = :interview
                                   and seated.seat in ('CANDIDATE', 'INTERVIEWER')
                                   and\s""" + CAME), now)
                .param("interview", interview.value())
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .set();
    }
}
