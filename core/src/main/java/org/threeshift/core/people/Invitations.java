package org.threeshift.core.people;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Service;
import org.threeshift.core.id.Token;

/** Links by which somebody joins an interview. The secret is shown once, to the host; only its hash is kept. */
@Service
public class Invitations {
    private final InvitationStore store;
    private final InstantSource time;
    private final RandomGenerator chance;

    Invitations(InvitationStore store, InstantSource time, RandomGenerator chance) {
        this.store = store;
        this.time = time;
        this.chance = chance;
    }

    /** Invitations without a database, for tests. */
    public static Invitations inMemory(InstantSource time, RandomGenerator chance) {
        return new Invitations(new InMemoryInvitationStore(), time, chance);
    }

    /**
     * @param label     whom it is for, at most 200 characters; may be empty
     * @param expiresAt when it stops to open the interview; after now
     */
    public Token create(UUID interviewId, String label, PersonId createdBy, Instant expiresAt) {
        Token token = Token.fresh(chance);
        store.add(
                new Invitation(interviewId, label, createdBy, expiresAt, Optional.empty()),
                token.hash(),
                time.instant());
        return token;
    }

    /**
     * A link by which whoever has joined comes in again, as themselves. It ends the one before.
     *
     * @param expiresAt after now
     */
    public Token createBack(UUID interviewId, PersonId person, Instant expiresAt) {
        Token token = Token.fresh(chance);
        store.endBack(interviewId, person);
        store.add(
                new Invitation(interviewId, "", person, expiresAt, Optional.of(person)), token.hash(), time.instant());
        return token;
    }

    public Invitation.Opened open(Token token) {
        Optional<Invitation> found = store.find(token.hash());
        if (found.isEmpty()) {
            return new Invitation.Opened.Unknown();
        }
        Invitation invitation = found.get();
        return time.instant().isBefore(invitation.expiresAt())
                ? new Invitation.Opened.Valid(invitation)
                : new Invitation.Opened.Expired(invitation);
    }

    /** Gives the invitation to whoever opens it first. The same person may come again; another may not. */
    public Invitation.Bound bind(Token token, PersonId person) {
        return switch (open(token)) {
            case Invitation.Opened.Unknown() -> new Invitation.Bound.Unknown();
            case Invitation.Opened.Expired(var _) -> new Invitation.Bound.Expired();
            case Invitation.Opened.Valid(var _) ->
                store.bind(token.hash(), person)
                        .<Invitation.Bound>map(Invitation.Bound.Yours::new)
                        .orElseGet(Invitation.Bound.SomebodyElses::new);
        };
    }

    /** Keeps the links to an interview open until then, where they would have ended before. */
    public void extend(UUID interviewId, Instant expiresAt) {
        store.extend(interviewId, expiresAt);
    }
}
