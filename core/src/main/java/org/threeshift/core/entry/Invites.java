package org.threeshift.core.entry;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.audit.Deed;
import org.threeshift.core.audit.Trail;
import org.threeshift.core.cohort.CohortId;
import org.threeshift.core.id.Ids;
import org.threeshift.core.id.Token;
import org.threeshift.core.mail.Mail;
import org.threeshift.core.mail.Mails;
import org.threeshift.core.mail.Topic;
import org.threeshift.core.mail.Unwanted;
import org.threeshift.core.people.Entry;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;
import org.threeshift.core.settings.Registration;
import org.threeshift.core.settings.Settings;

/**
 * Invitations to this installation. An admin invites anybody; a coach invites members, into cohorts that they follow if they like. The secret is
 * shown once, or sent; only its hash is kept.
 */
@Service
public class Invites {
    public static final Duration LASTS = Duration.ofDays(7);

    /** Invitations of a page. */
    public static final int PAGE = 50;

    /** What became of a wish to invite. */
    public sealed interface Made {
        record Done(Invite invite, Token token) implements Made {}

        record Refused(Refusal refusal) implements Made {}

        /** There is no such invitation, or none that the person may know of: the two look the same. */
        record NotThere() implements Made {}
    }

    /**
     * An invitation as a list shows it.
     *
     * @param by     the name of whoever made it
     * @param usedBy the name of whoever used it
     */
    public record Listed(Invite invite, String by, Optional<String> usedBy, Optional<String> cohort) {}

    /**
     * An invitation as its holder sees it.
     *
     * @param by     the name of whoever made it
     * @param cohort the name of the one that its holder will be asked to join
     * @param closed whether the installation lets nobody in now
     */
    public record Shown(Invite invite, Invite.State state, String by, Optional<String> cohort, boolean closed) {}

    /** @param next whether there are older ones */
    public record Page(List<Listed> listed, boolean next) {
        public Page {
            listed = List.copyOf(listed);
        }
    }

    private final InviteStore store;
    private final InviteCohorts cohorts;
    private final People people;
    private final Settings settings;
    private final Mails mails;
    private final Unwanted unwanted;
    private final Trail trail;
    private final TransactionOperations transactions;
    private final Ids ids;
    private final InstantSource time;
    private final RandomGenerator chance;

    Invites(
            InviteStore store,
            InviteCohorts cohorts,
            People people,
            Settings settings,
            Mails mails,
            Unwanted unwanted,
            Trail trail,
            TransactionOperations transactions,
            Ids ids,
            InstantSource time,
            RandomGenerator chance) {
        this.store = store;
        this.cohorts = cohorts;
        this.people = people;
        this.settings = settings;
        this.mails = mails;
        this.unwanted = unwanted;
        this.trail = trail;
        this.transactions = transactions;
        this.ids = ids;
        this.time = time;
        this.chance = chance;
    }

    /** Whether the person may invite at all. */
    public static boolean invites(Person person) {
        return !person.guest() && person.role() != Role.MEMBER;
    }

    /**
     * Makes an invitation, and sends it when there is an address.
     *
     * @param address as typed; absent for a link to hand over
     * @param role    what the holder will be
     * @param cohort  which the holder will be asked to join
     */
    public Made invite(Person by, Optional<String> address, Role role, Optional<CohortId> cohort) {
        Optional<String> email = address.map(Entry::tidyEmail);
        Optional<Refusal> refusal = refusal(by, email, role, cohort);
        if (refusal.isPresent()) {
            return new Made.Refused(refusal.get());
        }
        Instant now = time.instant();
        Token token = Token.fresh(chance);
        Invite invite = new Invite(
                new InviteId(ids.next()),
                email,
                role,
                cohort,
                by.id(),
                now,
                now.plus(LASTS),
                Optional.empty(),
                Optional.empty());
        transactions.executeWithoutResult(transaction -> {
            store.add(invite, token.hash());
            send(invite, by, token, now);
            trail.add(Deed.INVITED, Optional.of(by.id()), Optional.empty(), detail(invite));
        });
        return new Made.Done(invite, token);
    }

    /** Another secret, another seven days; the one before ends. Sent again when it was sent before. */
    public Made renew(Person by, InviteId id) {
        Optional<Invite> found = own(by, id);
        if (found.isEmpty()) {
            return new Made.NotThere();
        }
        Invite invite = found.get();
        Optional<Refusal> refusal = refusal(by, invite.email(), invite.role(), invite.cohort());
        if (refusal.isPresent()) {
            return new Made.Refused(refusal.get());
        }
        Instant now = time.instant();
        Token token = Token.fresh(chance);
        return Boolean.TRUE.equals(transactions.execute(transaction -> {
                    boolean renewed = store.renew(id, token.hash(), now.plus(LASTS));
                    if (renewed) {
                        send(invite, by, token, now);
                        trail.add(Deed.INVITED, Optional.of(by.id()), Optional.empty(), detail(invite));
                    }
                    return renewed;
                }))
                ? new Made.Done(invite, token)
                : new Made.Refused(Refusal.OVER);
    }

    /** @return false when there is none of these that is still open */
    public boolean revoke(Person by, InviteId id) {
        return own(by, id).isPresent()
                && Boolean.TRUE.equals(transactions.execute(transaction -> {
                    boolean revoked = store.revoke(id, time.instant());
                    if (revoked) {
                        trail.add(
                                Deed.INVITATION_REVOKED,
                                Optional.of(by.id()),
                                Optional.empty(),
                                Map.of("invitation", id.toString()));
                    }
                    return revoked;
                }));
    }

    /** Ends the open ones for this cohort, whoever made them: those to this address, or all. */
    void revoke(CohortId cohort, Optional<String> email) {
        store.revoke(cohort, email, time.instant());
    }

    /**
     * An admin sees everybody's, a coach their own. Absent for whoever invites nobody.
     *
     * @param page from 0
     */
    public Optional<Page> list(Person reader, Invite.State state, int page) {
        if (!invites(reader)) {
            return Optional.empty();
        }
        Optional<PersonId> of = reader.role() == Role.ADMIN ? Optional.empty() : Optional.of(reader.id());
        List<Listed> found = store.list(of, state, time.instant(), page * PAGE, PAGE + 1);
        return Optional.of(found.size() > PAGE ? new Page(found.subList(0, PAGE), true) : new Page(found, false));
    }

    /** The invitation that a link opens, in whatever state. */
    Optional<Invite> open(Token token) {
        return store.find(token.hash());
    }

    /** The same, with the names that its holder should read. */
    public Optional<Shown> show(Token token) {
        return open(token)
                .map(invite -> new Shown(
                        invite,
                        shownState(invite),
                        people.find(invite.by()).map(Person::name).orElse(""),
                        invite.cohort().flatMap(cohorts::name),
                        closed()));
    }

    /** Whether an invitation can be used now. */
    boolean usable(Invite invite) {
        return shownState(invite) == Invite.State.OPEN && !closed();
    }

    private Invite.State shownState(Invite invite) {
        Invite.State state = invite.state(time.instant());
        return state == Invite.State.OPEN && !stands(invite) ? Invite.State.REVOKED : state;
    }

    /** Whether whoever invited may still give the role: not once they are suspended, have left or do less than before. */
    private boolean stands(Invite invite) {
        return people.present(invite.by())
                .filter(by -> mayGive(by, invite.role()))
                .isPresent();
    }

    private static boolean mayGive(Person by, Role role) {
        return invites(by) && (by.role() == Role.ADMIN || role == Role.MEMBER);
    }

    Optional<Invite> find(InviteId id) {
        return store.find(id);
    }

    /**
     * Ends an invitation with what it is for, in the caller's transaction. One that expired while its holder confirmed an address still counts.
     *
     * @return false when it was used or revoked meanwhile, or whoever invited may not any more
     */
    boolean use(Invite invite, Person person) {
        if (!stands(invite) || !store.use(invite.id(), person.id(), time.instant())) {
            return false;
        }
        invite.cohort().ifPresent(cohort -> cohorts.ask(invite.by(), cohort, person));
        trail.add(
                Deed.INVITATION_ACCEPTED,
                Optional.of(person.id()),
                Optional.of(person.id()),
                Map.of("invitation", invite.id().toString()));
        return true;
    }

    /** @return how many were removed of those that were over before then */
    public int removeOver(Instant before) {
        return store.removeOver(before);
    }

    private Optional<Refusal> refusal(Person by, Optional<String> email, Role role, Optional<CohortId> cohort) {
        if (closed()) {
            return Optional.of(Refusal.CLOSED);
        }
        if (!mayGive(by, role)) {
            return Optional.of(Refusal.ROLE_NOT_YOURS);
        }
        if (email.flatMap(Entry::email).isPresent()) {
            return Optional.of(Refusal.EMAIL_MALFORMED);
        }
        if (email.filter(unwanted::holds).isPresent()) {
            return Optional.of(Refusal.EMAIL_UNWANTED);
        }
        return cohort.isEmpty() || cohorts.mayInvite(by, cohort.get())
                ? Optional.empty()
                : Optional.of(Refusal.COHORT_NOT_YOURS);
    }

    private boolean closed() {
        return settings.current().registration() == Registration.CLOSED;
    }

    private Optional<Invite> own(Person by, InviteId id) {
        return invites(by)
                ? store.find(id)
                        .filter(invite -> by.role() == Role.ADMIN || invite.by().equals(by.id()))
                : Optional.empty();
    }

    private void send(Invite invite, Person by, Token token, Instant now) {
        invite.email().ifPresent(email -> {
            Map<String, String> values = new HashMap<>();
            values.put("by", by.name());
            values.put("link", "/invitation/" + token.text());
            invite.cohort().flatMap(cohorts::name).ifPresent(cohort -> values.put("cohort", cohort));
            Topic topic = values.containsKey("cohort") ? Topic.COHORT_INVITATION : Topic.INVITATION;
            mails.post(new Mail("invite:" + invite.id() + ":" + now, topic, email, Optional.empty(), values));
        });
    }

    private static Map<String, String> detail(Invite invite) {
        return Map.of(
                "invitation", invite.id().toString(), "role", invite.role().name());
    }
}
