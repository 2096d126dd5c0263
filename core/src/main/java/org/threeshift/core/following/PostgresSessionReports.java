package org.threeshift.core.following;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.cohort.PostgresSights;
import org.threeshift.core.cohort.Sight;
import org.threeshift.core.following.ItemAnalysis.Answer;
import org.threeshift.core.following.SessionReport.Days;
import org.threeshift.core.following.SessionReport.Held;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.people.PersonId;

/** What was held in a stretch of days. One query each. */
@Component
class PostgresSessionReports {
    private final JdbcClient jdbc;

    PostgresSessionReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A question of a version of a bank. */
    record Place(String bankId, int bankVersion, String questionId) {}

    record Answered(Place place, Answer<String> answer) {}

    /** In order of time. */
    List<Held> published(List<Sight> sights, Days days, int limit) {
        return held(sights, days, limit, Phase.PUBLISHED.name());
    }

    /** Under way, or waiting for sheets. */
    List<Held> open(List<Sight> sights, Days days, int limit) {
        return held(sights, days, limit, Phase.LIVE.name(), Phase.DEBRIEFING.name());
    }

    private List<Held> held(List<Sight> sights, Days days, int limit, String... phases) {
        return PostgresSights.with(jdbc, """
                        select interview.id, wanted.person, interview.kind, interview.title, interview.started_at,
                               interview.phase, panel.people, panel.drafts, apart.spread
                          from %s
                          join interview on interview.candidate = wanted.person
                                        and interview.phase = any (:phases)
                                        and wanted.seen @> interview.started_at
                                        and interview.started_at >= :begin
                                        and interview.started_at < :end
                         cross join lateral (
                               select array_agg(participant.person_id order by participant.person_id) as people,
                                      count(*) filter (
                                        where sheet.locked_at is null
                                          and (interview.phase <> 'DEBRIEFING'
                                               or not exists (select
                                                                from interview_event
                                                               where interview_event.interview_id = interview.id
                                                                 and interview_event.type = 'scoring-closed'))) as drafts
                                 from participant
                                 left join sheet on sheet.interview_id = participant.interview_id
                                                and sheet.interviewer = participant.person_id
                                where participant.interview_id = interview.id
                                  and participant.seat = 'INTERVIEWER') as panel
                          left join lateral (
                               select max(on_shift.size) as spread
                                 from (select max(each.mean) - min(each.mean) as size
                                         from (select shift, avg(level) as mean
                                                 from counting_rating
                                                where counting_rating.interview_id = interview.id
                                                  and level is not null
                                                group by shift, interviewer) as each
                                        group by each.shift
                                       having count(*) > 1) as on_shift) as apart on interview.phase = 'PUBLISHED'
                         order by interview.started_at, interview.id
                         limit :limit
                        """, sights)
                .param("phases", phases)
                .param("begin", days.begin().atOffset(ZoneOffset.UTC))
                .param("end", days.end().atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(PostgresSessionReports::held)
                .list();
    }

    /** The mean levels of the questions of these interviews, where somebody observed one. */
    List<Answered> answers(Collection<InterviewId> interviews) {
        return jdbc.sql("""
                        select question_tally.interview_id, interview.bank_id, interview.bank_version,
                               question_tally.question_id, question_tally.mean
                          from question_tally
                          join interview on interview.id = question_tally.interview_id
                         where question_tally.interview_id = any (:interviews)
                           and question_tally.mean is not null
                        """)
                .param("interviews", interviews.stream().map(InterviewId::value).toArray(UUID[]::new))
                .query((row, _) -> {
                    var place = new Place(
                            row.getString("bank_id"), row.getInt("bank_version"), row.getString("question_id"));
                    return new Answered(
                            place,
                            new Answer<>(
                                    new InterviewId(row.getObject("interview_id", UUID.class)),
                                    place.bankId() + " " + place.questionId(),
                                    row.getDouble("mean")));
                })
                .list();
    }

    private static Held held(ResultSet row, int number) throws SQLException {
        double spread = row.getDouble("spread");
        boolean together = row.wasNull();
        return new Held(
                new InterviewId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("person", UUID.class)),
                Kind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                Phase.valueOf(row.getString("phase")),
                Arrays.stream((UUID[]) row.getArray("people").getArray())
                        .map(PersonId::new)
                        .toList(),
                row.getInt("drafts"),
                together ? OptionalDouble.empty() : OptionalDouble.of(spread));
    }
}
