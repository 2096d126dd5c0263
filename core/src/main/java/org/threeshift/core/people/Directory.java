package org.threeshift.core.people;

import java.text.Normalizer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Everybody, as an admin sees them: found by name and address, given roles, suspended and let in again. */
@Service
public class Directory {
    /** People of a page. */
    public static final int PAGE = 50;

    private static final int MOST_WORDS = 8;

    /** Told of what an admin did, so that it is kept. Core's people know no audit trail. */
    public interface Deeds {
        /** Somebody has another role now. */
        void appointed(Person by, Person whom, Role before);

        /** Somebody cannot sign in any more, or can again. */
        void suspended(Person by, Person whom, boolean suspended);
    }

    /** Whom to show. */
    public enum Show {
        ACCOUNTS,
        SUSPENDED,
        GUESTS,
        EVERYBODY
    }

    /**
     * @param words beginnings of words of a name or an address; may be empty
     * @param after the last one of the page before
     */
    public record Search(String words, Optional<Role> role, Show show, Optional<PersonId> after) {}

    /** @param next whether there are more */
    public record Page(List<Person> people, boolean next) {
        public Page {
            people = List.copyOf(people);
        }
    }

    /**
     * Somebody, and what an admin may know of them besides.
     *
     * @param since       when they came
     * @param hasPassword whether they have set one
     * @param interviews  in how many they have a part
     */
    public record Details(Person person, Instant since, boolean hasPassword, int interviews) {}

    private final PostgresDirectory store;
    /** Asked for late: what keeps deeds knows people. */
    private final ObjectProvider<Deeds> deeds;

    private final TransactionOperations transactions;
    private final InstantSource time;

    Directory(
            PostgresDirectory store,
            ObjectProvider<Deeds> deeds,
            TransactionOperations transactions,
            InstantSource time) {
        this.store = store;
        this.deeds = deeds;
        this.transactions = transactions;
        this.time = time;
    }

    /** Absent for whoever is no admin. */
    public Optional<Page> search(Person admin, Search search) {
        if (admin.role() != Role.ADMIN) {
            return Optional.empty();
        }
        List<String> words = words(search.words());
        if (words.isEmpty() && !search.words().isBlank()) {
            return Optional.of(new Page(List.of(), false));
        }
        String query = words.stream().map(word -> word + ":*").collect(Collectors.joining(" & "));
        List<Person> found = store.find(query, search.role(), search.show(), search.after(), PAGE + 1);
        return Optional.of(new Page(found.stream().limit(PAGE).toList(), found.size() > PAGE));
    }

    /** Absent for whoever is no admin, and where there is nobody. */
    public Optional<Details> find(Person admin, PersonId id) {
        return admin.role() == Role.ADMIN ? store.details(id) : Optional.empty();
    }

    /** Gives somebody with an account another role; it counts at once. The last admin who can sign in stays one. */
    public Outcome appoint(Person admin, PersonId id, Role role) {
        return change(admin, id, details -> {
            Person before = details.person();
            if (before.guest()) {
                return Outcome.refused(Problem.NO_ACCOUNT);
            }
            if (before.role() == role) {
                return new Outcome.Done(before);
            }
            if (!store.appoint(id, role)) {
                return Outcome.refused(Problem.LAST_ADMIN);
            }
            Person after = store.details(id).orElseThrow().person();
            deeds.getObject().appointed(admin, after, before.role());
            return new Outcome.Done(after);
        });
    }

    /** Nobody suspended can sign in. Whoever calls this ends their sessions. Not oneself, and not the last admin. */
    public Outcome suspend(Person admin, PersonId id) {
        return admin.id().equals(id)
                ? Outcome.refused(Problem.NOT_ONESELF)
                : change(
                        admin,
                        id,
                        details -> details.person().suspended()
                                ? new Outcome.Done(details.person())
                                : suspended(admin, id, store.suspend(id, time.instant()), true));
    }

    public Outcome readmit(Person admin, PersonId id) {
        return change(
                admin,
                id,
                details -> details.person().suspended()
                        ? suspended(admin, id, store.readmit(id), false)
                        : new Outcome.Done(details.person()));
    }

    private Outcome suspended(Person admin, PersonId id, boolean changed, boolean now) {
        if (!changed) {
            return Outcome.refused(Problem.LAST_ADMIN);
        }
        Person after = store.details(id).orElseThrow().person();
        deeds.getObject().suspended(admin, after, now);
        return new Outcome.Done(after);
    }

    private Outcome change(Person admin, PersonId id, Function<Details, Outcome> what) {
        return transactions.execute(
                _ -> find(admin, id).map(what).orElseGet(() -> Outcome.refused(Problem.PERSON_UNKNOWN)));
    }

    /** As the index has them: without marks and case, letters and digits only. */
    static List<String> words(String typed) {
        String bare = Normalizer.normalize(typed, Normalizer.Form.NFD)
                .replaceAll("[\\u0300-\\u036f]", "")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(bare.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty() && word.length() <= 100)
                .limit(MOST_WORDS)
                .toList();
    }
}
