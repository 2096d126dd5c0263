package org.threeshift.core.people;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PostgresPhotoStore {
    private final JdbcClient jdbc;

    PostgresPhotoStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(PersonId person, Portrait portrait, Instant at) {
        jdbc.sql("""
                with named as (
                    update person
                       set photo = :version
                     where id = :person
                    returning id)
                insert into person_photo (person_id, large, small, taken_at)
                select id, :large, :small, :at
                  from named
                    on conflict (person_id) do update
                   set large = excluded.large, small = excluded.small, taken_at = excluded.taken_at
                """)
                .param("person", person.value())
                .param("version", portrait.large().version())
                .param("large", portrait.large().jpeg())
                .param("small", portrait.small().jpeg())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(PersonId person) {
        jdbc.sql("""
                with gone as (
                    delete
                      from person_photo
                     where person_id = :person)
                update person
                   set photo = null
                 where id = :person
                """).param("person", person.value()).update();
    }

    Optional<Photo> find(PersonId person, Photos.Size size) {
        return jdbc.sql("""
                        select case when :large then person_photo.large else person_photo.small end as jpeg, person.photo
                          from person_photo
                          join person on person.id = person_photo.person_id
                         where person_photo.person_id = :person
                           and person.photo is not null
                        """)
                .param("person", person.value())
                .param("large", size == Photos.Size.LARGE)
                .query((row, _) -> new Photo(row.getBytes("jpeg"), row.getString("photo")))
                .optional();
    }

    boolean shareAnInterview(PersonId one, PersonId other) {
        return jdbc.sql("""
                        select exists (
                            select
                              from participant as one
                              join participant as other on other.interview_id = one.interview_id
                             where one.person_id = :one
                               and other.person_id = :other)
                        """)
                .param("one", one.value())
                .param("other", other.value())
                .query(Boolean.class)
                .single();
    }
}
