package org.threeshift.core.scorecard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

@Component
final class PostgresGlass implements GlassStore {
    private final JdbcClient jdbc;

    PostgresGlass(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(BrokenGlass broken) {
        jdbc.sql("""
                insert into broken_glass (id, interview_id, admin_id, reason, at, until)
                values (:id, :interview, :admin, :reason, :at, :until)
                """)
                .param("id", broken.id())
                .param("interview", broken.interview().value())
                .param("admin", broken.admin().value())
                .param("reason", broken.reason())
                .param("at", broken.at().atOffset(ZoneOffset.UTC))
                .param("until", broken.until().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public Optional<BrokenGlass> open(InterviewId interview, PersonId admin, Instant now) {
        return jdbc.sql("""
                select id, interview_id, admin_id, reason, at, until
                  from broken_glass
                 where interview_id = :interview
                   and admin_id = :admin
                   and until > :now
                 order by until desc
                 limit 1
                """)
                .param("interview", interview.value())
                .param("admin", admin.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> broken(row))
                .optional();
    }

    @Override
    public List<BrokenGlass> of(InterviewId interview) {
        return jdbc.sql("""
                select id, interview_id, admin_id, reason, at, until
                  from broken_glass
                 where interview_id = :interview
                 order by at desc, id desc
                """)
                .param("interview", interview.value())
                .query((row, number) -> broken(row))
                .list();
    }

    @Override
    public List<Looked> latest(int limit) {
        return jdbc.sql("""
                select glass.id, glass.interview_id, glass.admin_id, glass.reason, glass.at, glass.until,
                       interview.title, interview.published_at, candidate.id as candidate, candidate.name
                  from broken_glass as glass
                  join interview on interview.id = glass.interview_id
                  join person as candidate on candidate.id = interview.candidate
                 order by glass.at desc, glass.id desc
                 limit :limit
                """)
                .param("limit", limit)
                .query((row, number) -> {
                    BrokenGlass broken = broken(row);
                    return new Looked(broken, published(broken.interview(), row));
                })
                .list();
    }

    @Override
    public List<Published> published(String name, int limit) {
        return jdbc.sql("""
                select interview.id, interview.title, interview.published_at, candidate.id as candidate, candidate.name
                  from interview
                  join person as candidate on candidate.id = interview.candidate
                 where interview.phase = 'PUBLISHED'
                   and (:name = '' or position(:name in lower(candidate.name)) > 0)
                 order by interview.published_at desc, interview.id desc
                 limit :limit
                """)
                .param("name", name)
                .param("limit", limit)
                .query((row, number) -> published(new InterviewId(row.getObject("id", UUID.class)), row))
                .list();
    }

    private static BrokenGlass broken(ResultSet row) throws SQLException {
        return new BrokenGlass(
                row.getObject("id", UUID.class),
                new InterviewId(row.getObject("interview_id", UUID.class)),
                new PersonId(row.getObject("admin_id", UUID.class)),
                row.getString("reason"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("until", OffsetDateTime.class).toInstant());
    }

    private static Published published(InterviewId interview, ResultSet row) throws SQLException {
        return new Published(
                interview,
                row.getString("title"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                new PersonId(row.getObject("candidate", UUID.class)),
                row.getString("name"));
    }

    @Override
    public boolean kept(InterviewId interview) {
        return jdbc.sql("""
                select exists (select from results_kept where interview_id = :interview)
                """)
                .param("interview", interview.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public void keep(InterviewId interview, Instant at) {
        jdbc.sql("""
                insert into results_kept (interview_id, at)
                values (:interview, :at)
                on conflict (interview_id) do nothing
                """)
                .param("interview", interview.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public void open(InterviewId interview) {
        jdbc.sql("""
                delete from results_kept where interview_id = :interview
                """).param("interview", interview.value()).update();
    }
}
