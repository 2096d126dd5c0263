package org.threeshift.core.practice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.pairing.Standing.Measured;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Seniority;
import org.threeshift.core.rubric.Shift;

@Component
class PostgresPractice {
    private final JdbcClient jdbc;

    PostgresPractice(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of those of them who may sign in. */
    Map<PersonId, Wish> wishes(Collection<PersonId> people) {
        return wishes(jdbc.sql("""
                select wish.person_id, wish.target_role, wish.seniority, wish.languages, wish.minutes, wish.pace, wish.next_draw,
                       wish.scores_used, wish.drawn_at
                  from practice_wish as wish
                  join person on person.id = wish.person_id
                 where wish.person_id = any (cast(:people as uuid[]))
                   and not person.guest
                   and person.suspended_at is null
                 order by wish.person_id
                """).param("people", ids(people)));
    }

    /** Of everybody who may sign in. */
    Map<PersonId, Wish> wishing() {
        return wishes(jdbc.sql("""
                select wish.person_id, wish.target_role, wish.seniority, wish.languages, wish.minutes, wish.pace, wish.next_draw,
                       wish.scores_used, wish.drawn_at
                  from practice_wish as wish
                  join person on person.id = wish.person_id
                 where not person.guest
                   and person.suspended_at is null
                 order by wish.person_id
                """));
    }

    private static Map<PersonId, Wish> wishes(JdbcClient.StatementSpec asked) {
        Map<PersonId, Wish> found = new LinkedHashMap<>();
        asked.query(row -> {
            found.put(new PersonId(row.getObject("person_id", UUID.class)), wish(row));
        });
        return found;
    }

    void put(PersonId person, Wish wish, Instant at) {
        jdbc.sql("""
                insert into practice_wish (person_id, target_role, seniority, languages, minutes, pace, scores_used, changed_at)
                values (:person, :role, :seniority, cast(:languages as text[]), :minutes, :pace, :scores, :at)
                    on conflict (person_id) do update
                   set target_role = excluded.target_role, seniority = excluded.seniority, languages = excluded.languages,
                       minutes = excluded.minutes, pace = excluded.pace, scores_used = excluded.scores_used,
                       changed_at = excluded.changed_at
                """)
                .param("person", person.value())
                .param("role", wish.targetRole().orElse(null))
                .param("seniority", wish.seniority().map(Enum::name).orElse(null))
                .param("languages", wish.languages().toArray(String[]::new))
                .param("minutes", wish.minutes())
                .param("pace", wish.pace().name())
                .param("scores", wish.scoresUsed())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean choose(PersonId person, Optional<NextDraw> next) {
        return jdbc.sql("update practice_wish set next_draw = :next where person_id = :person")
                        .param("person", person.value())
                        .param("next", next.map(Enum::name).orElse(null))
                        .update()
                == 1;
    }

    void drawn(Collection<PersonId> in, Instant at) {
        jdbc.sql("""
                update practice_wish
                   set drawn_at = :at
                 where person_id = any (cast(:people as uuid[]))
                """)
                .param("people", ids(in))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What these said about a draw, unless they say something else by now. */
    void forget(Map<PersonId, NextDraw> said) {
        List<PersonId> people = List.copyOf(said.keySet());
        jdbc.sql("""
                update practice_wish
                   set next_draw = null
                  from unnest(cast(:people as uuid[]), cast(:said as text[])) as read (person_id, next_draw)
                 where practice_wish.person_id = read.person_id
                   and practice_wish.next_draw = read.next_draw
                """)
                .param("people", ids(people))
                .param(
                        "said",
                        people.stream()
                                .map(person ->
                                        Objects.requireNonNull(said.get(person)).name())
                                .toArray(String[]::new))
                .update();
    }

    /** On each one's last scorecard, with its own doubt: for ever large where the band is the whole scale. */
    Map<PersonId, Map<Shift, Measured>> levels(Collection<PersonId> people) {
        Map<PersonId, Map<Shift, Measured>> found = new HashMap<>();
        jdbc.sql("""
                select wanted.id as person_id, shift_tally.shift, shift_tally.mean, shift_tally.band_error
                  from unnest(cast(:people as uuid[])) as wanted (id)
                 cross join lateral (select interview.id
                                       from interview
                                      where interview.candidate = wanted.id
                                        and interview.phase = 'PUBLISHED'
                                      order by interview.published_at desc, interview.id desc
                                      limit 1) as last
                  join shift_tally on shift_tally.interview_id = last.id
                 where shift_tally.mean is not null
                """).param("people", ids(people)).query(row -> {
            found.computeIfAbsent(new PersonId(row.getObject("person_id", UUID.class)), _ -> new EnumMap<>(Shift.class))
                    .put(Shift.valueOf(row.getString("shift")), new Measured(row.getDouble("mean"), error(row)));
        });
        return found;
    }

    private static double error(ResultSet row) throws SQLException {
        double error = row.getDouble("band_error");
        return row.wasNull() ? Double.POSITIVE_INFINITY : error;
    }

    private static Wish wish(ResultSet row) throws SQLException {
        return new Wish(
                optional(row, "target_role"),
                optional(row, "seniority").map(Seniority::valueOf),
                List.of((String[]) row.getArray("languages").getArray()),
                row.getInt("minutes"),
                Pace.valueOf(row.getString("pace")),
                optional(row, "next_draw").map(NextDraw::valueOf),
                row.getBoolean("scores_used"),
                Optional.ofNullable(row.getObject("drawn_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static Optional<String> optional(ResultSet row, String column) throws SQLException {
        @Nullable String value = row.getString(column);
        return Optional.ofNullable(value);
    }

    private static UUID[] ids(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).toArray(UUID[]::new);
    }
}
