package org.threeshift.core.pairs;

import static org.threeshift.core.pairs.PostgresPairRows.SELECT;
import static org.threeshift.core.pairs.PostgresPairRows.utc;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.pairs.model.PairId;
import org.threeshift.core.people.PersonId;

/** What the clock looks for among pairs: whose time has run out, has come, or was changed behind their back. */
@Component
class PostgresPairWatch {
    private final JdbcClient jdbc;

    PostgresPairWatch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose time to confirm has run out. */
    List<PairId> lapsed(Instant now) {
        return ids("""
                select id
                  from pair
                 where state in ('PROPOSED', 'HALF_CONFIRMED')
                   and confirm_by < :now
                 order by confirm_by, id
                """, now);
    }

    /** Draws' pairs of which a word is due soon. */
    List<PairRow> toRemind(Instant now, Instant until) {
        return jdbc.sql(SELECT + """
                 where pair.state in ('PROPOSED', 'HALF_CONFIRMED')
                   and pair.origin = 'DRAW'
                   and pair.confirm_by > :now
                   and pair.confirm_by <= :until
                 order by pair.confirm_by, pair.id
                """)
                .param("now", utc(now))
                .param("until", utc(until))
                .query(PostgresPairRows::row)
                .list();
    }

    /** Those whose hour came at that moment or before. */
    List<PairId> toJudge(Instant startedBy) {
        return ids("""
                select id
                  from pair
                 where state = 'CONFIRMED'
                   and starts_at <= :now
                 order by starts_at, id
                """, startedBy);
    }

    /** Of these, the ones that somebody is in. */
    List<PairId> toJudge(PersonId person, Instant startedBy) {
        return jdbc.sql("""
                select pair.id
                  from pair_person
                  join pair on pair.id = pair_person.pair_id
                 where pair_person.person_id = :person
                   and pair.state = 'CONFIRMED'
                   and pair.starts_at <= :by
                 order by pair.starts_at, pair.id
                """)
                .param("person", person.value())
                .param("by", utc(startedBy))
                .query((row, number) -> new PairId(row.getObject("id", UUID.class)))
                .list();
    }

    record Barred(PairId pair, PersonId person) {}

    /** Those of which one may not sign in any more, and so will not come. */
    List<Barred> barred() {
        return jdbc.sql("""
                select pair.id, person.id as person_id
                  from pair
                  join pair_person on pair_person.pair_id = pair.id
                  join person on person.id = pair_person.person_id
                 where pair.state in ('PROPOSED', 'HALF_CONFIRMED', 'CONFIRMED')
                   and person.suspended_at is not null
                   and not pair_person.parted
                 order by pair.id, person.id
                """)
                .query((row, number) -> new Barred(
                        new PairId(row.getObject("id", UUID.class)),
                        new PersonId(row.getObject("person_id", UUID.class))))
                .list();
    }

    /** Of these, the ones that somebody is in. */
    List<PairId> astray(PersonId person) {
        return jdbc.sql("""
                select pair.id
                  from pair_person
                  join pair on pair.id = pair_person.pair_id
                  join interview on interview.id = pair.first_id
                 where pair_person.person_id = :person
                   and pair.state = 'CONFIRMED'
                   and ((interview.phase = 'CANCELLED' and interview.no_show is null)
                        or interview.starts_at <> pair.starts_at)
                 order by pair.id
                """)
                .param("person", person.value())
                .query((row, number) -> new PairId(row.getObject("id", UUID.class)))
                .list();
    }

    private List<PairId> ids(String sql, Instant now) {
        return jdbc.sql(sql)
                .param("now", utc(now))
                .query((row, number) -> new PairId(row.getObject("id", UUID.class)))
                .list();
    }

    /** That somebody keeps watch at this moment over all whose time to come it is. */
    void watch(Instant now, Instant startedAfter) {
        jdbc.sql("""
                update pair
                   set watched_at = :now
                 where state = 'CONFIRMED'
                   and starts_at <= :now
                   and starts_at > :after
                """).param("now", utc(now)).param("after", utc(startedAfter)).update();
    }

    /** Whether somebody kept watch after their hour had come. */
    boolean watched(PairId id) {
        return jdbc.sql("select coalesce(watched_at >= starts_at, false) from pair where id = :id")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    /** Confirmed ones whose interview was moved or called off by itself. */
    List<PairId> astray() {
        return jdbc.sql("""
                select pair.id
                  from pair
                  join interview on interview.id = pair.first_id
                 where pair.state = 'CONFIRMED'
                   and ((interview.phase = 'CANCELLED' and interview.no_show is null)
                        or interview.starts_at <> pair.starts_at)
                 order by pair.id
                """)
                .query((row, number) -> new PairId(row.getObject("id", UUID.class)))
                .list();
    }
}
