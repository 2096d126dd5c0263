package org.threeshift.core.interview;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.audit.Deed;
import org.threeshift.core.audit.Trail;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.mail.Mail;
import org.threeshift.core.mail.Mails;
import org.threeshift.core.mail.Topic;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;

/**
 * Makes one person of a guest and an account: every interview of both is the account's from then on. Each interview's log
 * gets an event that says so, and all other rows change hands. A merge that was interrupted is carried on with by asking for
 * it again.
 */
@Service
public class Merges {
    private final PostgresMergeStore store;
    private final Interviews interviews;
    private final People people;
    private final Trail trail;
    private final Mails mails;
    private final TransactionOperations transactions;
    private final InstantSource time;

    Merges(
            PostgresMergeStore store,
            Interviews interviews,
            People people,
            Trail trail,
            Mails mails,
            TransactionOperations transactions,
            InstantSource time) {
        this.store = store;
        this.interviews = interviews;
        this.people = people;
        this.trail = trail;
        this.mails = mails;
        this.transactions = transactions;
        this.time = time;
    }

    /** What became of the wish to merge. */
    public sealed interface Merged {
        /** @param interviews how many were the guest's */
        record Done(Person account, int interviews) implements Merged {}

        record Refused(Reason reason) implements Merged {}

        /** No such guest, or nobody whom the asking person may merge. */
        record NotThere() implements Merged {}
    }

    /** Why two people cannot be made one. */
    public enum Reason {
        /** Nobody has an account with that address. */
        NO_ACCOUNT,
        /** The account is the admin's own, who would see as a candidate what glass is broken for. */
        YOUR_OWN,
        /** They sat in one interview, so they are two. */
        MET,
        /** A merge into another account has begun. */
        OTHER_ACCOUNT,
        /** Somebody else wrote at the same time, again and again. */
        BUSY
    }

    /**
     * What a merge would do; nothing is changed.
     *
     * @param email of the account, however typed
     */
    public Merged preview(Person admin, PersonId guestId, String email) {
        Optional<Person> guest = people.find(guestId).filter(Person::guest);
        if (admin.role() != Role.ADMIN || guest.isEmpty()) {
            return new Merged.NotThere();
        }
        Optional<Person> account = people.findByEmail(email).filter(person -> !person.guest());
        if (account.isEmpty()) {
            return new Merged.Refused(Reason.NO_ACCOUNT);
        }
        if (account.get().id().equals(admin.id())) {
            return new Merged.Refused(Reason.YOUR_OWN);
        }
        return store.met(guestId, account.get().id())
                ? new Merged.Refused(Reason.MET)
                : new Merged.Done(account.get(), store.interviews(guestId).size());
    }

    /** @param email of the account, however typed */
    public Merged merge(Person admin, PersonId guestId, String email) {
        Merged wanted = preview(admin, guestId, email);
        return wanted instanceof Merged.Done(var account, var _)
                ? merge(admin, people.find(guestId).orElseThrow(), account)
                : wanted;
    }

    private Merged merge(Person admin, Person guest, Person account) {
        PersonId guestId = guest.id();
        PersonId into = account.id();
        Instant now = time.instant();
        if (!store.begin(guestId, into, admin.id(), now)) {
            return new Merged.Refused(Reason.OTHER_ACCOUNT);
        }
        List<InterviewId> all = store.interviews(guestId);
        for (InterviewId interview : all) {
            Optional<Reason> reason = give(interview, guestId, into, admin.id());
            if (reason.isPresent()) {
                return new Merged.Refused(reason.get());
            }
        }
        transactions.executeWithoutResult(_ -> {
            store.finish(guestId, account, time.instant());
            trail.add(
                    Deed.GUEST_MERGED, Optional.of(admin.id()), Optional.of(into), Map.of("guest", guestId.toString()));
            tell(admin, guest, account);
        });
        return new Merged.Done(account, all.size());
    }

    /** Whose account it is learns of it, because other people's interviews may have become theirs by a mistake. */
    private void tell(Person admin, Person guest, Person account) {
        var values = Map.of("name", account.name(), "by", admin.name(), "guest", guest.name(), "link", "/interviews");
        account.email()
                .ifPresent(address -> mails.post(new Mail(
                        "guest-merged:" + guest.id(), Topic.GUEST_MERGED, address, Optional.of(account.id()), values)));
    }

    private Optional<Reason> give(InterviewId interview, PersonId guest, PersonId account, PersonId admin) {
        var id = UUID.nameUUIDFromBytes(
                ("merge:" + guest + ":" + account + ":" + interview).getBytes(StandardCharsets.UTF_8));
        var sent = new Sent(id, new Command.By(admin, time.instant()), new Command.MergePerson(guest, account));
        store.remind(interview, guest, account);
        return switch (interviews.merge(interview, sent)) {
            case Outcome.Done _ -> {
                store.forgetReminders(interview, guest);
                yield Optional.empty();
            }
            case Outcome.Refused(var refusal) ->
                Optional.of(
                        switch (refusal.code()) {
                            case BOTH_HAVE_A_PART -> Reason.MET;
                            default -> Reason.BUSY;
                        });
        };
    }
}
