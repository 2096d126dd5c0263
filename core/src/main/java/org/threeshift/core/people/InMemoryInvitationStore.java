package org.threeshift.core.people;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Invitations for tests that need no database. */
final class InMemoryInvitationStore implements InvitationStore {
    private final Map<ByteBuffer, Invitation> invitations = new LinkedHashMap<>();

    @Override
    public synchronized void add(Invitation invitation, byte[] hash, Instant at) {
        invitations.put(ByteBuffer.wrap(hash), invitation);
    }

    @Override
    public synchronized Optional<Invitation> find(byte[] hash) {
        return Optional.ofNullable(invitations.get(ByteBuffer.wrap(hash)));
    }

    @Override
    public synchronized Optional<Invitation> bind(byte[] hash, PersonId person) {
        Optional<Invitation> bound = find(hash)
                .filter(invitation -> invitation.usedBy().map(person::equals).orElse(true))
                .map(invitation -> new Invitation(
                        invitation.interviewId(),
                        invitation.label(),
                        invitation.createdBy(),
                        invitation.expiresAt(),
                        Optional.of(person)));
        bound.ifPresent(invitation -> invitations.put(ByteBuffer.wrap(hash), invitation));
        return bound;
    }

    @Override
    public synchronized void endBack(UUID interview, PersonId person) {
        invitations
                .values()
                .removeIf(invitation -> invitation.interviewId().equals(interview)
                        && invitation.createdBy().equals(person)
                        && invitation.back());
    }

    @Override
    public synchronized void extend(UUID interview, Instant expiresAt) {
        invitations.replaceAll((_, invitation) -> invitation.interviewId().equals(interview)
                        && invitation.expiresAt().isBefore(expiresAt)
                ? new Invitation(interview, invitation.label(), invitation.createdBy(), expiresAt, invitation.usedBy())
                : invitation);
    }
}
