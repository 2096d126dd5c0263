package org.threeshift.core.following;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.cohort.PostgresSights;
import org.threeshift.core.cohort.Sight;
import org.threeshift.core.following.Sitting.OnShift;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.scorecard.PostgresScore;

/** What cohort pages ask of the tallies of published interviews. One query each, however many people are asked about. */
@Component
class PostgresSittings {
    private final JdbcClient jdbc;

    PostgresSittings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last scorecards of each, the newest first. */
    Map<PersonId, List<Sitting>> latest(List<Sight> sights, int each) {
        Map<InterviewId, Sitting> heads = new LinkedHashMap<>();
        Map<InterviewId, Map<Shift, OnShift>> shifts = new HashMap<>();
        PostgresSights.with(jdbc, """
                select head.id, wanted.person, head.title, head.started_at, head.published_at, %s
                  from %%s
                 cross join lateral (select id, title, started_at, published_at
                                       from interview
                                      where interview.candidate = wanted.person
                                        and interview.phase = 'PUBLISHED'
                                        and wanted.seen @> interview.started_at
                                      order by interview.published_at desc, interview.id desc
                                      limit :each) as head
                  join shift_tally on shift_tally.interview_id = head.id
                 order by wanted.person, head.published_at desc, head.id desc
                """.formatted(PostgresScore.COLUMNS), sights)
                .param("each", each)
                .query(row -> {
                    var id = new InterviewId(row.getObject("id", UUID.class));
                    if (!heads.containsKey(id)) {
                        heads.put(id, head(id, row));
                    }
                    shifts.computeIfAbsent(id, _ -> new EnumMap<>(Shift.class))
                            .put(Shift.valueOf(row.getString("shift")), onShift(row));
                });
        Map<PersonId, List<Sitting>> found = new HashMap<>();
        heads.forEach((id, head) -> {
            Map<Shift, OnShift> all = shifts.getOrDefault(id, Map.of());
            // One that was amended before it was ever counted up lacks what did not change: it is still to come.
            if (all.size() == Shift.values().length) {
                found.computeIfAbsent(head.candidate(), _ -> new ArrayList<>())
                        .add(new Sitting(
                                id, head.candidate(), head.roundTitle(), head.startedAt(), head.publishedAt(), all));
            }
        });
        return found;
    }

    /** What is planned, under way or waits for its scorecard; nothing of whom the coach may know nothing. */
    Map<PersonId, Activity> activity(List<Sight> sights, Instant now) {
        Map<PersonId, Activity> found = new HashMap<>();
        PostgresSights.with(jdbc, """
                select wanted.person, max(interview.started_at) as last_held,
                       min(interview.starts_at) filter (where interview.phase = 'SCHEDULED' and interview.starts_at >= :now)
                           as next_planned,
                       coalesce(sum(draft.sheets), 0) as sheets_open
                  from %s
                  left join interview on interview.candidate = wanted.person
                                     and interview.phase in ('SCHEDULED', 'LIVE', 'DEBRIEFING')
                                     and wanted.seen @> coalesce(interview.started_at, interview.starts_at)
                  left join lateral (select count(*) as sheets
                                       from sheet
                                       join participant on participant.interview_id = sheet.interview_id
                                                       and participant.person_id = sheet.interviewer
                                      where sheet.interview_id = interview.id
                                        and sheet.locked_at is null
                                        and participant.seat = 'INTERVIEWER') as draft
                    on interview.phase = 'DEBRIEFING'
                 group by wanted.person
                """, sights)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    found.put(
                            new PersonId(row.getObject("person", UUID.class)),
                            new Activity(
                                    instant(row, "last_held"),
                                    instant(row, "next_planned"),
                                    row.getInt("sheets_open")));
                });
        return found;
    }

    private static Sitting head(InterviewId id, ResultSet row) throws SQLException {
        return new Sitting(
                id,
                new PersonId(row.getObject("person", UUID.class)),
                row.getString("title"),
                instant(row, "started_at").orElseThrow(),
                instant(row, "published_at").orElseThrow(),
                Map.of());
    }

    private static OnShift onShift(ResultSet row) throws SQLException {
        return new OnShift(
                PostgresScore.of(row),
                raters(row.getArray("raters")),
                PostgresScore.number(row, "self"),
                PostgresScore.gap(row));
    }

    private static Set<PersonId> raters(Array ids) throws SQLException {
        return Arrays.stream((UUID[]) ids.getArray()).map(PersonId::new).collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
