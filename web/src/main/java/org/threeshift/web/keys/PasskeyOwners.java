package org.threeshift.web.keys;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/** People as Spring Security's ceremonies want them. The handle by which authenticators know a person is the person's id. */
@Component
final class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {
    private static final int HANDLE_BYTES = 2 * Long.BYTES;

    private final People people;

    PasskeyOwners(People people) {
        this.people = people;
    }

    static Bytes handle(PersonId person) {
        UUID id = person.value();
        return new Bytes(ByteBuffer.allocate(HANDLE_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    static Optional<PersonId> id(Bytes handle) {
        byte[] bytes = handle.getBytes();
        if (bytes.length != HANDLE_BYTES) {
            return Optional.empty();
        }
        ByteBuffer id = ByteBuffer.wrap(bytes);
        return Optional.of(new PersonId(new UUID(id.getLong(), id.getLong())));
    }

    /** Absent for somebody who may not be signed in. */
    Optional<Person> person(Bytes handle) {
        return id(handle).flatMap(people::present);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
        return person(id).map(PasskeyOwners::entity).orElse(null);
    }

    /** @param username the person's id, as text */
    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String username) {
        return PersonId.parse(username)
                .flatMap(people::find)
                .map(PasskeyOwners::entity)
                .orElse(null);
    }

    @Override
    public void save(PublicKeyCredentialUserEntity user) {
        throw new UnsupportedOperationException("people are made elsewhere");
    }

    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException("people are removed elsewhere");
    }

    private static PublicKeyCredentialUserEntity entity(Person person) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(handle(person.id()))
                .name(person.email().orElse(person.name()))
                .displayName(person.name())
                .build();
    }
}
