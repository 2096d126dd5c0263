package org.threeshift.core.pairs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.hours.Span;
import org.threeshift.core.pairs.model.Decline;
import org.threeshift.core.people.PersonId;

/** Draws, who took part, and when they are held. */
@Component
class PostgresDraws {
    private static final String DRAWS = """
            select id, due_at, asked_by, from_at, until_at, ran_at, members, pairs
              from draw
            """;

    private final JdbcClient jdbc;

    PostgresDraws(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What became of somebody in a draw. Names are stored. */
    enum Place {
        PAIRED,
        /** They wait for a partner, first in line. */
        LEFT,
        /** Their partner called off in good time: they are put together anew like those who are left, but stand at the end of the waiting room's line. */
        FREED,
        /** They did not answer, or do not want to any more. */
        GONE
    }

    /** @param since when it was decided; absent for a plan from before that was kept */
    record Planned(DrawPlan plan, Optional<Instant> since) {}

    Optional<Planned> plan() {
        return jdbc.sql("select weekday, at, zone, decided_at from draw_plan")
                .query((row, number) -> new Planned(
                        new DrawPlan(
                                DayOfWeek.of(row.getInt("weekday")),
                                row.getObject("at", LocalTime.class),
                                ZoneId.of(row.getString("zone"))),
                        Optional.ofNullable(row.getObject("decided_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .optional();
    }

    void plan(DrawPlan plan, Instant decidedAt) {
        jdbc.sql("""
                insert into draw_plan (weekday, at, zone, decided_at)
                values (:weekday, :at, :zone, :decided)
                    on conflict (only_one) do update
                   set weekday = excluded.weekday, at = excluded.at, zone = excluded.zone, decided_at = excluded.decided_at
                """)
                .param("decided", utc(decidedAt))
                .param("weekday", plan.day().getValue())
                .param("at", plan.at())
                .param("zone", plan.zone().getId())
                .update();
    }

    /** @return false when the same weekly one is there already, or another one waits that was asked for */
    boolean add(Draw draw) {
        return jdbc.sql("""
                        insert into draw (id, weekly, due_at, asked_by, from_at, until_at)
                        values (:id, :weekly, :due, cast(:by as uuid), :from, :until)
                            on conflict do nothing
                        """)
                        .param("id", draw.id().value())
                        .param("weekly", draw.askedBy().isEmpty())
                        .param("due", utc(draw.dueAt()))
                        .param("by", draw.askedBy().map(PersonId::toString).orElse(null))
                        .param("from", utc(draw.week().from()))
                        .param("until", utc(draw.week().until()))
                        .update()
                == 1;
    }

    /** Those that are yet to be held, the oldest first. */
    List<Draw> waiting() {
        return jdbc.sql(DRAWS + " where ran_at is null order by due_at, id")
                .query(PostgresDraws::draw)
                .list();
    }

    /** The last ones, held or not. */
    List<Draw> last(int limit) {
        return jdbc.sql(DRAWS + " order by due_at desc, id desc limit :limit")
                .param("limit", limit)
                .query(PostgresDraws::draw)
                .list();
    }

    Optional<Instant> lastHeld() {
        return jdbc.sql("select max(ran_at) as at from draw")
                .query((row, number) -> Optional.ofNullable(row.getObject("at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    /** Says that it is held now. @return false when somebody else has held it */
    boolean hold(DrawId id, Instant at, int members, int pairs) {
        return jdbc.sql("""
                        update draw
                           set ran_at = :at,
                               members = :members,
                               pairs = :pairs
                         where id = :id
                           and ran_at is null
                        """)
                        .param("id", id.value())
                        .param("at", utc(at))
                        .param("members", members)
                        .param("pairs", pairs)
                        .update()
                == 1;
    }

    /** What became of these in a draw. */
    void place(DrawId id, Collection<PersonId> people, Place place, Instant at) {
        if (people.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into draw_place (draw_id, person_id, place, at)
                select :id, person_id, :place, :at
                  from unnest(cast(:people as uuid[])) as person_id
                 order by person_id
                    on conflict (draw_id, person_id) do update
                   set place = excluded.place, at = excluded.at
                """)
                .param("id", id.value())
                .param("people", uuids(people))
                .param("place", place.name())
                .param("at", utc(at))
                .update();
    }

    /** Those who are left should be put together anew. However close two ask, each asks at a moment of its own. */
    void rematch(DrawId id, Instant at) {
        jdbc.sql("""
                update draw
                   set rematch_at = greatest(cast(:at as timestamptz), rematch_at + interval '1 microsecond')
                 where id = :id
                """).param("id", id.value()).param("at", utc(at)).update();
    }

    /** @param asked when it was last asked for */
    record Rematch(Draw draw, Instant asked) {}

    /** Draws of which somebody is to be put together anew, and whose time is not over. */
    List<Rematch> toRematch(Instant endsAfter) {
        return jdbc.sql("""
                select id, due_at, asked_by, from_at, until_at, ran_at, members, pairs, rematch_at
                  from draw
                 where rematch_at is not null
                   and until_at > :after
                 order by due_at, id
                """)
                .param("after", utc(endsAfter))
                .query((row, number) -> new Rematch(
                        draw(row, number),
                        row.getObject("rematch_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** They were. What was asked for since, by whichever clock, waits for the next time. */
    void rematched(Rematch rematch) {
        jdbc.sql("update draw set rematch_at = null where id = :id and rematch_at = :asked")
                .param("id", rematch.draw().id().value())
                .param("asked", utc(rematch.asked()))
                .update();
    }

    Set<PersonId> left(DrawId id) {
        return jdbc.sql("select person_id from draw_place where draw_id = :id and place in ('LEFT', 'FREED')")
                .param("id", id.value())
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .set();
    }

    /** Whether somebody waits for a partner, by the last draw in which they took part. */
    boolean isLeft(PersonId person, Instant since) {
        return jdbc.sql("""
                        select place = 'LEFT' as waits
                          from draw_place
                         where person_id = :person
                           and at > :since
                         order by at desc, draw_id desc
                         limit 1
                        """)
                .param("person", person.value())
                .param("since", utc(since))
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** As {@link Draws#looking}, where the last draw that they took part in is not over. */
    Optional<Looking> looking(PersonId person, Instant endsAfter, Duration before) {
        return jdbc
                .sql("""
                        select draw_place.place, draw.until_at
                          from draw_place
                          join draw on draw.id = draw_place.draw_id
                         where draw_place.person_id = :person
                           and draw.until_at > :after
                         order by draw_place.at desc, draw_place.draw_id desc
                         limit 1
                        """)
                .param("person", person.value())
                .param("after", utc(endsAfter))
                .query((row, number) -> {
                    Place place = Place.valueOf(row.getString("place"));
                    Instant until =
                            row.getObject("until_at", OffsetDateTime.class).toInstant();
                    return place == Place.LEFT || place == Place.FREED
                            ? Optional.of(new Looking(until.minus(before), place == Place.LEFT))
                            : Optional.<Looking>empty();
                })
                .list()
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Who turned a pair of a draw down and would like another partner in it. */
    Set<PersonId> askedForAnother(DrawId id) {
        return jdbc.sql("""
                        select pair_person.person_id
                          from pair
                          join pair_person on pair_person.pair_id = pair.id
                         where pair.draw_id = :id
                           and pair_person.declined = any (cast(:again as text[]))
                        """)
                .param("id", id.value())
                .param(
                        "again",
                        Arrays.stream(Decline.values())
                                .filter(Decline::again)
                                .map(Decline::name)
                                .toArray(String[]::new))
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .set();
    }

    /** Draws that were held, put nobody together any more, and were not closed yet. */
    List<DrawId> toClose(Instant endedBy) {
        return jdbc.sql("""
                select id
                  from draw
                 where closed_at is null
                   and ran_at is not null
                   and until_at <= :by
                 order by until_at, id
                """)
                .param("by", utc(endedBy))
                .query((row, number) -> new DrawId(row.getObject("id", UUID.class)))
                .list();
    }

    /** @return false when somebody else has closed it */
    boolean close(DrawId id, Instant at) {
        return jdbc.sql("update draw set closed_at = :at where id = :id and closed_at is null")
                        .param("id", id.value())
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    /** Whoever has no partner in a draw and is in no later one. */
    Set<PersonId> stillLeft(DrawId id) {
        return jdbc.sql("""
                        select place.person_id
                          from draw_place as place
                         where place.draw_id = :id
                           and place.place in ('LEFT', 'FREED')
                           and not exists (select
                                             from draw_place as later
                                            where later.person_id = place.person_id
                                              and later.at > place.at)
                        """)
                .param("id", id.value())
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .set();
    }

    /** For each of these: in how many draws in a row, to the last, they were left without a partner; nothing of whoever was not. */
    Map<PersonId, Integer> leftInARow(Collection<PersonId> people, Instant since) {
        Map<PersonId, Integer> found = new HashMap<>();
        jdbc.sql("""
                select place.person_id, count(*) as times
                  from draw_place as place
                 where place.person_id = any (cast(:people as uuid[]))
                   and place.place in ('LEFT', 'FREED')
                   and place.at > :since
                   and not exists (select
                                     from draw_place as later
                                    where later.person_id = place.person_id
                                      and later.place = 'PAIRED'
                                      and later.at >= place.at)
                 group by place.person_id
                """).param("people", uuids(people)).param("since", utc(since)).query(row -> {
            found.put(new PersonId(row.getObject("person_id", UUID.class)), row.getInt("times"));
        });
        return found;
    }

    int removeBefore(Instant moment) {
        return jdbc.sql("delete from draw where until_at < :moment")
                .param("moment", utc(moment))
                .update();
    }

    private static Draw draw(ResultSet row, int number) throws SQLException {
        return new Draw(
                new DrawId(row.getObject("id", UUID.class)),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("asked_by", UUID.class)).map(PersonId::new),
                new Span(
                        row.getObject("from_at", OffsetDateTime.class).toInstant(),
                        row.getObject("until_at", OffsetDateTime.class).toInstant()),
                Optional.ofNullable(row.getObject("ran_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getInt("members"),
                row.getInt("pairs"));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static UUID[] uuids(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).toArray(UUID[]::new);
    }
}
