package org.threeshift.core.pairs;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.people.PersonId;

/** The line of the waiting room. Dated by the database's clock, the one that all nodes share. */
@Component
class PostgresWaiting {
    private final JdbcClient jdbc;

    PostgresWaiting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param inFront whether they come first, as somebody who was let down */
    record Waiter(PersonId person, Instant since, boolean inFront) {}

    /** Whoever is in the line already keeps their place. */
    void join(PersonId person, boolean inFront) {
        drop("person_id = :person and seen_at < now() - :unseen * interval '1 millisecond'", WaitingRoom.LEAVES_AFTER)
                .param("person", person.value())
                .update();
        jdbc.sql("""
                insert into waiting (person_id, joined_at, seen_at, in_front)
                values (:person, now(), now(), :front)
                    on conflict (person_id) do update
                   set seen_at = excluded.seen_at,
                       in_front = waiting.in_front or excluded.in_front
                """).param("person", person.value()).param("front", inFront).update();
    }

    /** Their page is open. @return since when they wait; absent for whoever is not in the line, or no longer */
    Optional<Instant> seen(PersonId person) {
        return jdbc.sql("""
                update waiting
                   set seen_at = now()
                 where person_id = :person
                   and seen_at >= now() - :leaves * interval '1 millisecond'
                returning joined_at
                """)
                .param("person", person.value())
                .param("leaves", WaitingRoom.LEAVES_AFTER.toMillis())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /**
     * Leaves the line, and keeps how long it took.
     *
     * @param paired whether with a partner
     */
    boolean leave(PersonId person, boolean paired) {
        return jdbc.sql("""
                        with gone as (
                            delete from waiting
                             where person_id = :person
                            returning joined_at, seen_at)
                        insert into past_wait (joined_at, ended_at, paired)
                        select joined_at, case when :paired then now() else greatest(joined_at, seen_at) end, :paired
                          from gone
                        """)
                        .param("person", person.value())
                        .param("paired", paired)
                        .update()
                == 1;
    }

    /** Whether somebody left the line because their page was closed, and has not come in again since. */
    boolean closed(PersonId person) {
        return Boolean.TRUE.equals(jdbc.sql("""
                        select exists (select
                                         from waiting
                                        where person_id = :person
                                          and seen_at < now() - :leaves * interval '1 millisecond')
                        """)
                .param("person", person.value())
                .param("leaves", WaitingRoom.LEAVES_AFTER.toMillis())
                .query(Boolean.class)
                .single());
    }

    /** Nobody need be told any more that they left because their page was closed. */
    void dropUnseen(Duration since) {
        drop("""
                person_id in (select person_id
                                from waiting
                               where seen_at < now() - :unseen * interval '1 millisecond'
                                 for update skip locked)
                """, since).update();
    }

    /** Keeps how long those waited whose pages are closed. */
    private JdbcClient.StatementSpec drop(String whose, Duration unseen) {
        return jdbc.sql("""
                with gone as (
                    delete from waiting
                     where %s
                    returning joined_at, seen_at)
                insert into past_wait (joined_at, ended_at, paired)
                select joined_at, greatest(joined_at, seen_at), false
                  from gone
                """.formatted(whose)).param("unseen", unseen.toMillis());
    }

    /** Whether this transaction, and no other on any node, puts the line together. */
    boolean mayPutTogether() {
        return Boolean.TRUE.equals(jdbc.sql("select pg_try_advisory_xact_lock(hashtext('threeshift waiting room'))")
                .query(Boolean.class)
                .single());
    }

    /** Who waits and is in no pair that waits for a word; first in line first. */
    List<Waiter> line() {
        return jdbc.sql("""
                select waiting.person_id, waiting.joined_at, waiting.in_front
                  from waiting
                 where waiting.seen_at >= now() - :leaves * interval '1 millisecond'
                   and not exists (select
                                     from pair_person
                                    where pair_person.person_id = waiting.person_id
                                      and pair_person.origin = 'NOW'
                                      and pair_person.undecided)
                 order by waiting.in_front desc, waiting.joined_at, waiting.person_id
                """)
                .param("leaves", WaitingRoom.LEAVES_AFTER.toMillis())
                .query((row, number) -> new Waiter(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getObject("joined_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("in_front")))
                .list();
    }

    /** How many wait, whoever it is. */
    int count() {
        return Objects.requireNonNull(jdbc.sql("""
                select count(*)
                  from waiting
                 where seen_at >= now() - :leaves * interval '1 millisecond'
                """)
                .param("leaves", WaitingRoom.LEAVES_AFTER.toMillis())
                .query(Integer.class)
                .single());
    }

    /** The waits that began at the same hour of the week as a moment, since some time. */
    List<PastWait> past(Instant moment, Instant since) {
        return jdbc.sql("""
                select joined_at, ended_at, paired
                  from past_wait
                 where joined_at > :since
                   and mod(cast(floor(extract(epoch from joined_at) / 3600) as bigint), 168)
                       = mod(cast(floor(extract(epoch from cast(:moment as timestamptz)) / 3600) as bigint), 168)
                """)
                .param("since", utc(since))
                .param("moment", utc(moment))
                .query((row, number) -> new PastWait(
                        Duration.between(
                                row.getObject("joined_at", OffsetDateTime.class).toInstant(),
                                row.getObject("ended_at", OffsetDateTime.class).toInstant()),
                        row.getBoolean("paired")))
                .list();
    }

    int removeBefore(Instant moment) {
        return jdbc.sql("delete from past_wait where joined_at < :moment")
                .param("moment", utc(moment))
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
