package org.threeshift.core.push;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.people.PersonId;

@Component
class PostgresPushDevices {
    private final JdbcClient jdbc;

    PostgresPushDevices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A device, to be spoken to.
     *
     * @param serverKey the key of the installation that its push service expects
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Kept(Subscription subscription, byte[] serverKey) {}

    Optional<Kept> find(PersonId person, UUID id) {
        return jdbc.sql("""
                select endpoint_secret, p256dh_secret, auth_secret, server_key
                  from push_device
                 where id = :id
                   and person_id = :person
                """)
                .param("id", id)
                .param("person", person.value())
                .query((row, _) -> new Kept(
                        new Subscription(
                                row.getString("endpoint_secret"),
                                row.getBytes("p256dh_secret"),
                                row.getBytes("auth_secret")),
                        row.getBytes("server_key")))
                .optional();
    }

    /** @return false when one of the person's devices was tried after that already */
    boolean tried(PersonId person, UUID id, Instant at, Instant after) {
        return jdbc.sql("""
                        update push_device
                           set tried_at = :at
                         where id = :id
                           and person_id = :person
                           and not exists (select
                                             from push_device other
                                            where other.person_id = :person
                                              and other.tried_at > :after)
                        """)
                        .param("id", id)
                        .param("person", person.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("after", after.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** @param serverKey the key by which push services know this node now; empty for none */
    List<PushDevice> of(PersonId person, byte[] serverKey) {
        return jdbc.sql("""
                select id, agent, server_key = :server as current, sha256(convert_to(endpoint_secret, 'UTF8')) as mark, added_at, reached_at
                  from push_device
                 where person_id = :person
                 order by added_at, id
                """)
                .param("person", person.value())
                .param("server", serverKey)
                .query((row, _) -> new PushDevice(
                        row.getObject("id", UUID.class),
                        row.getString("agent"),
                        row.getBoolean("current"),
                        Base64.getUrlEncoder().withoutPadding().encodeToString(row.getBytes("mark")),
                        row.getObject("added_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("reached_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .list();
    }

    /** Until the caller's transaction ends nobody else counts this person's devices. */
    void lock(PersonId person) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('push_device ' || cast(:person as text), 0))")
                .param("person", person.value())
                .query((_, _) -> true)
                .list();
    }

    /** @return false when the person has that many already */
    boolean add(
            UUID id,
            PersonId person,
            Subscription subscription,
            byte[] browser,
            byte[] serverKey,
            String agent,
            Instant at,
            int most) {
        return jdbc.sql("""
                        insert into push_device (id, person_id, endpoint_secret, p256dh_secret, auth_secret, browser_hash, server_key, agent,
                                                 added_at)
                        select :id, :person, :endpoint, :key, :auth, :browser, :server, :agent, :at
                         where (select count(*) from push_device where person_id = :person) < :most
                            on conflict (endpoint_secret) do update
                           set id = excluded.id,
                               person_id = excluded.person_id,
                               p256dh_secret = excluded.p256dh_secret,
                               auth_secret = excluded.auth_secret,
                               browser_hash = excluded.browser_hash,
                               server_key = excluded.server_key,
                               agent = excluded.agent,
                               added_at = excluded.added_at,
                               reached_at = null
                        """)
                        .param("id", id)
                        .param("person", person.value())
                        .param("endpoint", subscription.endpoint())
                        .param("key", subscription.key())
                        .param("auth", subscription.auth())
                        .param("browser", browser)
                        .param("server", serverKey)
                        .param("agent", agent)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("most", most)
                        .update()
                == 1;
    }

    boolean remove(PersonId person, UUID id) {
        return jdbc.sql("delete from push_device where id = :id and person_id = :person")
                        .param("id", id)
                        .param("person", person.value())
                        .update()
                == 1;
    }

    /** For what a push service does not know any more. */
    void remove(UUID id) {
        jdbc.sql("delete from push_device where id = :id").param("id", id).update();
    }

    void removeEndpoint(String endpoint) {
        jdbc.sql("delete from push_device where endpoint_secret = :endpoint")
                .param("endpoint", endpoint)
                .update();
    }

    void removeBrowser(byte[] browser) {
        jdbc.sql("delete from push_device where browser_hash = :browser")
                .param("browser", browser)
                .update();
    }

    void removeBrowser(byte[] browser, PersonId person) {
        jdbc.sql("delete from push_device where browser_hash = :browser and person_id = :person")
                .param("browser", browser)
                .param("person", person.value())
                .update();
    }

    void removeOthers(byte[] browser, PersonId but) {
        jdbc.sql("delete from push_device where browser_hash = :browser and person_id <> :but")
                .param("browser", browser)
                .param("but", but.value())
                .update();
    }

    void removeAll(PersonId person, Optional<byte[]> but) {
        jdbc.sql("""
                delete from push_device
                 where person_id = :person
                   and browser_hash is distinct from cast(:but as bytea)
                """)
                .param("person", person.value())
                .param("but", but.orElse(null))
                .update();
    }

    boolean any(PersonId person) {
        return jdbc.sql("select exists (select from push_device where person_id = :person) as found")
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    void reached(UUID id, Instant at) {
        jdbc.sql("update push_device set reached_at = :at where id = :id")
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
