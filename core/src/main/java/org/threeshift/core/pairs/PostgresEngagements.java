package org.threeshift.core.pairs;

import static org.threeshift.core.pairs.PostgresPairRows.utc;
import static org.threeshift.core.pairs.PostgresPairRows.uuids;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.hours.Span;
import org.threeshift.core.pairs.model.PairState.Why;
import org.threeshift.core.people.PersonId;

/** What is asked before anybody is put together: who is in a pair already, who was let down, and whom to keep apart for now. */
@Component
class PostgresEngagements {
    private final JdbcClient jdbc;

    PostgresEngagements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who of these waits in a pair of a draw, or has agreed on an hour of one within a stretch of time. */
    Set<PersonId> engaged(Collection<PersonId> people, Span week) {
        return jdbc.sql("""
                        select pair_person.person_id
                          from pair_person
                          join pair on pair.id = pair_person.pair_id
                         where pair_person.person_id = any (cast(:people as uuid[]))
                           and pair.origin = 'DRAW'
                           and (pair_person.undecided
                                or (pair.state = 'CONFIRMED' and pair.starts_at >= :from and pair.starts_at < :until))
                        """)
                .param("people", uuids(people))
                .param("from", utc(week.from()))
                .param("until", utc(week.until()))
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .set();
    }

    /** Whether somebody was let down since some time: their partner called off late, or whoever they came to meet did not come. */
    boolean letDown(PersonId person, Instant since) {
        return Boolean.TRUE.equals(jdbc.sql("""
                        select exists (select
                                         from pair_person
                                         join pair on pair.id = pair_person.pair_id
                                        where pair_person.person_id = :person
                                          and not pair_person.had_part
                                          and (pair.state = 'MISSED'
                                               or (pair.state = 'CANCELLED'
                                                   and exists (select
                                                                 from pair_person as partner
                                                                where partner.pair_id = pair.id
                                                                  and partner.late)))
                                          and pair.changed_at > :since)
                            or exists (select
                                         from commitment as kept
                                         join commitment as missed on missed.commitment_id = kept.commitment_id
                                        where kept.person_id = :person
                                          and kept.keeping = 'KEPT'
                                          and kept.recorded_at > :since
                                          and missed.keeping = 'NO_SHOW')
                        """)
                .param("person", person.value())
                .param("since", utc(since))
                .query(Boolean.class)
                .single());
    }

    /**
     * The pairs of these people that ended without an interview since some time.
     *
     * @param why two were released, where they are kept apart for it
     */
    Set<Set<PersonId>> partedSince(Collection<PersonId> people, Instant since, Set<Why> why) {
        return jdbc.sql("""
                        select one.person_id as one, other.person_id as other
                          from pair_person as one
                          join pair on pair.id = one.pair_id
                          join pair_person as other on other.pair_id = pair.id and other.seat = 2
                         where one.seat = 1
                           and one.person_id = any (cast(:people as uuid[]))
                           and other.person_id = any (cast(:people as uuid[]))
                           and pair.state in ('RELEASED', 'CANCELLED', 'MISSED')
                           and (pair.state <> 'RELEASED' or pair.over_why = any (:why))
                           and pair.changed_at > :since
                        """)
                .param("people", uuids(people))
                .param("since", utc(since))
                .param("why", why.stream().map(Why::name).toArray(String[]::new))
                .query((row, number) -> Set.of(
                        new PersonId(row.getObject("one", UUID.class)),
                        new PersonId(row.getObject("other", UUID.class))))
                .set();
    }
}
