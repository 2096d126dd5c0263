package org.threeshift.core.keys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.people.PersonId;

@Component
final class PostgresProviderLinkStore implements ProviderLinkStore {
    private final JdbcClient jdbc;

    PostgresProviderLinkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<PersonId> personOf(String provider, String subject) {
        return jdbc.sql("""
                select person_id
                  from provider_link
                 where provider = :provider
                   and subject = :subject
                """)
                .param("provider", provider)
                .param("subject", subject)
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .optional();
    }

    @Override
    public List<ProviderLink> of(PersonId person) {
        return jdbc.sql("""
                select provider, subject, person_id, email, linked_at, used_at
                  from provider_link
                 where person_id = :person
                 order by linked_at
                """)
                .param("person", person.value())
                .query((row, number) -> link(row))
                .list();
    }

    @Override
    public boolean add(ProviderLink link) {
        return jdbc.sql("""
                        insert into provider_link (provider, subject, person_id, email, linked_at)
                        values (:provider, :subject, :person, :email, :at)
                            on conflict do nothing
                        """)
                        .param("provider", link.provider())
                        .param("subject", link.subject())
                        .param("person", link.person().value())
                        .param("email", link.email())
                        .param("at", link.linkedAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    @Override
    public boolean remove(PersonId person, String provider) {
        return jdbc.sql("""
                        delete from provider_link
                         where person_id = :person
                           and provider = :provider
                        """)
                        .param("person", person.value())
                        .param("provider", provider)
                        .update()
                == 1;
    }

    @Override
    public void used(String provider, String subject, Instant at) {
        jdbc.sql("""
                update provider_link
                   set used_at = :at
                 where provider = :provider
                   and subject = :subject
                """)
                .param("provider", provider)
                .param("subject", subject)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public void putOffer(Offer offer, byte[] tokenHash) {
        jdbc.sql("""
                with over as (
                    delete from provider_offer
                     where person_id = :person
                        or expires_at < :made)
                insert into provider_offer (id, token_hash, provider, subject, person_id, email, made_at, expires_at)
                values (:id, :hash, :provider, :subject, :person, :email, :made, :expires)
                """)
                .param("id", offer.id())
                .param("hash", tokenHash)
                .param("provider", offer.provider())
                .param("subject", offer.subject())
                .param("person", offer.person().value())
                .param("email", offer.email())
                .param("made", offer.madeAt().atOffset(ZoneOffset.UTC))
                .param("expires", offer.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public Optional<Offer> offer(UUID id, PersonId person, Instant now) {
        return jdbc.sql("""
                select id, provider, subject, person_id, email, made_at, expires_at
                  from provider_offer
                 where id = :id
                   and person_id = :person
                   and expires_at > :now
                """)
                .param("id", id)
                .param("person", person.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> offer(row))
                .optional();
    }

    @Override
    public Optional<Offer> offer(byte[] tokenHash, Instant now) {
        return jdbc.sql("""
                select id, provider, subject, person_id, email, made_at, expires_at
                  from provider_offer
                 where token_hash = :hash
                   and expires_at > :now
                """)
                .param("hash", tokenHash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> offer(row))
                .optional();
    }

    @Override
    public boolean endOffer(UUID id) {
        return jdbc.sql("""
                        delete from provider_offer
                         where id = :id
                        """).param("id", id).update() == 1;
    }

    private static ProviderLink link(ResultSet row) throws SQLException {
        return new ProviderLink(
                row.getString("provider"),
                row.getString("subject"),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("email"),
                row.getObject("linked_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("used_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static Offer offer(ResultSet row) throws SQLException {
        return new Offer(
                row.getObject("id", UUID.class),
                row.getString("provider"),
                row.getString("subject"),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("email"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }
}
