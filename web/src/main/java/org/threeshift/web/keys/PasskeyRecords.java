package org.threeshift.web.keys;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;
import org.threeshift.core.keys.Passkey;
import org.threeshift.core.keys.Passkeys;

/** Passkeys as Spring Security's ceremonies want them. */
@Component
final class PasskeyRecords implements UserCredentialRepository {
    private final Passkeys passkeys;
    private final PasskeyOwners owners;
    private final InstantSource time;

    PasskeyRecords(Passkeys passkeys, PasskeyOwners owners, InstantSource time) {
        this.passkeys = passkeys;
        this.owners = owners;
        this.time = time;
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
        return passkeys.find(credentialId.toBase64UrlString())
                .map(PasskeyRecords::record)
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes userId) {
        return PasskeyOwners.id(userId).map(passkeys::of).orElse(List.of()).stream()
                .map(PasskeyRecords::record)
                .toList();
    }

    /** A new one is added; of one that is known only what a signature changes is taken over. */
    @Override
    public void save(CredentialRecord record) {
        String id = record.getCredentialId().toBase64UrlString();
        if (passkeys.find(id).isPresent()) {
            passkeys.used(id, record.getSignatureCount(), record.isBackupState());
            return;
        }
        boolean added = owners.person(record.getUserEntityUserId())
                .map(person -> passkeys.add(
                        person,
                        new Passkey(
                                id,
                                person.id(),
                                record.getLabel(),
                                new Bytes(record.getPublicKey().getBytes()).toBase64UrlString(),
                                Optional.ofNullable(record.getAttestationObject())
                                        .map(Bytes::toBase64UrlString)
                                        .orElseThrow(() -> new IllegalArgumentException("no attestation")),
                                transports(record),
                                record.getSignatureCount(),
                                record.isBackupEligible(),
                                record.isBackupState(),
                                time.instant(),
                                Optional.empty())))
                .orElse(false);
        if (!added) {
            throw new IllegalArgumentException("the passkey is somebody's already, or its person has too many");
        }
    }

    @Override
    public void delete(Bytes credentialId) {
        throw new UnsupportedOperationException("passkeys are removed by the person who has them");
    }

    private static List<String> transports(CredentialRecord record) {
        return record.getTransports().stream()
                .map(AuthenticatorTransport::getValue)
                .sorted()
                .toList();
    }

    private static CredentialRecord record(Passkey passkey) {
        Set<AuthenticatorTransport> transports = passkey.transports().stream()
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toUnmodifiableSet());
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(Bytes.fromBase64(passkey.id()))
                .userEntityUserId(PasskeyOwners.handle(passkey.person()))
                .publicKey(new ImmutablePublicKeyCose(
                        Bytes.fromBase64(passkey.publicKey()).getBytes()))
                .attestationObject(Bytes.fromBase64(passkey.attestationObject()))
                .signatureCount(passkey.signatureCount())
                .uvInitialized(true)
                .transports(transports)
                .backupEligible(passkey.backupEligible())
                .backupState(passkey.backedUp())
                .label(passkey.label())
                .created(passkey.addedAt())
                .lastUsed(passkey.usedAt().orElse(passkey.addedAt()))
                .build();
    }
}
