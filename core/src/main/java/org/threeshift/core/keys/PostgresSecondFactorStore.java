package org.threeshift.core.keys;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.people.PersonId;

@Component
final class PostgresSecondFactorStore implements SecondFactorStore {
    private final JdbcClient jdbc;

    PostgresSecondFactorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Factor> factor(PersonId person) {
        return jdbc.sql("""
                select secret, last_step
                  from second_factor
                 where person_id = :person
                """)
                .param("person", person.value())
                .query((row, number) -> new Factor(row.getString("secret"), row.getLong("last_step")))
                .optional();
    }

    @Override
    public Optional<Standing> standing(PersonId person) {
        return jdbc.sql("""
                select since,
                       (select count(*)
                          from recovery_code
                         where person_id = :person
                           and used_at is null) as left_over
                  from second_factor
                 where person_id = :person
                """)
                .param("person", person.value())
                .query((row, number) -> new Standing(
                        row.getObject("since", OffsetDateTime.class).toInstant(), row.getInt("left_over")))
                .optional();
    }

    @Override
    public boolean has(PersonId person) {
        return jdbc.sql("""
                select exists (select from second_factor where person_id = :person)
                """)
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public void put(PersonId person, Factor factor, Instant since) {
        jdbc.sql("""
                with ended as (
                    delete from second_factor_draft
                     where person_id = :person),
                     forgotten as (
                    delete from recovery_code
                     where person_id = :person)
                insert into second_factor (person_id, secret, last_step, since)
                values (:person, :secret, :step, :since)
                    on conflict (person_id) do update
                        set secret    = excluded.secret,
                            last_step = excluded.last_step,
                            since     = excluded.since
                """)
                .param("person", person.value())
                .param("secret", factor.secret())
                .param("step", factor.lastStep())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public boolean use(PersonId person, long step) {
        return jdbc.sql("""
                        update second_factor
                           set last_step = :step
                         where person_id = :person
                           and last_step < :step
                        """).param("person", person.value()).param("step", step).update() == 1;
    }

    @Override
    public boolean remove(PersonId person) {
        return jdbc.sql("""
                        delete from second_factor
                         where person_id = :person
                        """).param("person", person.value()).update() == 1;
    }

    @Override
    public Optional<Draft> draft(PersonId person) {
        return jdbc.sql("""
                select secret, made_at
                  from second_factor_draft
                 where person_id = :person
                """)
                .param("person", person.value())
                .query((row, number) -> new Draft(
                        row.getString("secret"),
                        row.getObject("made_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    @Override
    public void putDraft(PersonId person, Draft draft) {
        jdbc.sql("""
                insert into second_factor_draft (person_id, secret, made_at)
                values (:person, :secret, :at)
                    on conflict (person_id) do update
                        set secret  = excluded.secret,
                            made_at = excluded.made_at
                """)
                .param("person", person.value())
                .param("secret", draft.secret())
                .param("at", draft.madeAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public void putCodes(PersonId person, List<byte[]> hashes) {
        jdbc.sql("""
                delete from recovery_code
                 where person_id = :person
                """).param("person", person.value()).update();
        jdbc.sql("""
                insert into recovery_code (code_hash, person_id)
                select hash, :person
                  from unnest(:hashes) as fresh (hash)
                """)
                .param("person", person.value())
                .param("hashes", hashes.toArray(byte[][]::new))
                .update();
    }

    @Override
    public boolean useCode(PersonId person, byte[] hash, Instant at) {
        return jdbc.sql("""
                        update recovery_code
                           set used_at = :at
                         where code_hash = :hash
                           and person_id = :person
                           and used_at is null
                        """)
                        .param("person", person.value())
                        .param("hash", hash)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
