package org.threeshift.core.people;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.threeshift.core.id.Ids;
import org.threeshift.core.people.PersonStore.Account;

/** Everybody whom the installation knows: accounts and guests. */
@Service
public class People {
    private final PersonStore store;
    private final Ids ids;
    private final InstantSource time;
    private final Passwords passwords = new Passwords();

    People(PersonStore store, Ids ids, InstantSource time) {
        this.store = store;
        this.ids = ids;
        this.time = time;
    }

    /** People without a database, for tests. */
    public static People inMemory(Ids ids, InstantSource time) {
        return new People(new InMemoryPersonStore(), ids, time);
    }

    /** Everything that would be refused about an account, in the order of its form; only the taken address comes later. */
    public List<Problem> check(String name, String email, String password, String zone) {
        String tidyName = Entry.tidyName(name);
        String tidyEmail = Entry.tidyEmail(email);
        List<Problem> problems = problems(tidyName, tidyEmail, zone);
        Entry.password(password, tidyName, tidyEmail).ifPresent(problems::add);
        return problems;
    }

    /** An account with a password. Refused with all problems of name, e-mail, password and zone at once. */
    public Outcome register(String name, String email, String password, String zone, Role role) {
        List<Problem> problems = check(name, email, password, zone);
        return problems.isEmpty()
                ? add(
                        Entry.tidyName(name),
                        Entry.tidyEmail(email),
                        role,
                        Entry.zoneOf(zone).orElseThrow(),
                        Optional.of(password))
                : new Outcome.Refused(problems);
    }

    /** An account that nobody can sign in to until a password has been set, by {@link SetupLinks} for example. */
    public Outcome enrol(String name, String email, String zone, Role role) {
        String tidyName = Entry.tidyName(name);
        String tidyEmail = Entry.tidyEmail(email);
        List<Problem> problems = problems(tidyName, tidyEmail, zone);
        return problems.isEmpty()
                ? add(tidyName, tidyEmail, role, Entry.zoneOf(zone).orElseThrow(), Optional.empty())
                : new Outcome.Refused(problems);
    }

    /** What is kept of a password for an account that comes later, by {@link #admit}. */
    public String hash(String password) {
        return passwords.hash(password);
    }

    /** @param hash from {@link #hash} */
    public boolean matches(String password, String hash) {
        return passwords.match(password, Optional.of(hash));
    }

    /**
     * An account of somebody whose entries {@link #check} found right, once they have confirmed their address. Refused for a taken address only.
     *
     * @param hash of their password
     */
    public Outcome admit(String name, String email, String hash, ZoneId zone, Role role) {
        Person person = new Person(new PersonId(ids.next()), name, Optional.of(email), role, zone, false);
        return store.add(new Account(person, Optional.of(hash)), time.instant())
                ? new Outcome.Done(person)
                : Outcome.refused(Problem.EMAIL_TAKEN);
    }

    /** Gives a person another address, which they have shown to be theirs. Absent when it is somebody else's. */
    public Optional<Person> changeEmail(PersonId id, String email) {
        return store.changeEmail(id, Entry.tidyEmail(email)) ? find(id) : Optional.empty();
    }

    /** Somebody who came by a link, known by the name they gave. Refused for the name only. */
    public Outcome welcomeGuest(String name, ZoneId zone) {
        String tidyName = Entry.tidyName(name);
        Optional<Problem> problem = Entry.name(tidyName);
        if (problem.isPresent()) {
            return Outcome.refused(problem.get());
        }
        Person guest = new Person(new PersonId(ids.next()), tidyName, Optional.empty(), Role.MEMBER, zone, true);
        store.add(new Account(guest, Optional.empty()), time.instant());
        return new Outcome.Done(guest);
    }

    /** What a guest enters who wants an account. */
    public sealed interface Wish {
        /** As tidied and as hashed, to be kept until the address is confirmed. */
        record Fine(String email, String passwordHash) implements Wish {}

        record Refused(List<Problem> problems) implements Wish {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    /** Checks what a guest enters. Says nothing of whether anybody has the address. */
    public Wish wish(Person guest, String email, String password) {
        String tidyEmail = Entry.tidyEmail(email);
        List<Problem> problems = new ArrayList<>();
        Entry.email(tidyEmail).ifPresent(problems::add);
        Entry.password(password, guest.name(), tidyEmail).ifPresent(problems::add);
        return problems.isEmpty() ? new Wish.Fine(tidyEmail, passwords.hash(password)) : new Wish.Refused(problems);
    }

    /**
     * Makes an account of a guest. The id stays, and with it everything that the guest took part in.
     *
     * @param email        confirmed, as {@link #wish} tidied it
     * @param passwordHash as {@link #wish} made it
     */
    public Outcome keepGuest(PersonId guest, String email, String passwordHash) {
        Optional<Person> found = find(guest).filter(Person::guest);
        if (found.isEmpty()) {
            return Outcome.refused(Problem.NO_GUEST);
        }
        Person was = found.get();
        Person person = new Person(
                guest, was.name(), Optional.of(email), was.role(), was.zone(), false, was.suspended(), was.profile());
        return switch (store.keepGuest(new Account(person, Optional.of(passwordHash)))) {
            case KEPT -> new Outcome.Done(person);
            case EMAIL_TAKEN -> Outcome.refused(Problem.EMAIL_TAKEN);
            case NO_GUEST -> Outcome.refused(Problem.NO_GUEST);
        };
    }

    /** Sets the password of somebody whose right to do so was established elsewhere, by a one-time link for example. */
    public Outcome setPassword(Person person, String password) {
        List<Problem> problems = checkPassword(person, password);
        if (!problems.isEmpty()) {
            return new Outcome.Refused(problems);
        }
        store.setPassword(person.id(), passwords.hash(password));
        return new Outcome.Done(person);
    }

    /** What would be refused about a password. */
    public List<Problem> checkPassword(Person person, String password) {
        return Entry.password(password, person.name(), person.email().orElse("")).stream()
                .toList();
    }

    /** Sets the password of somebody who proves that they know the current one. Refused with all problems at once. */
    public Outcome changePassword(Person person, String current, String password) {
        Optional<String> hash = store.account(person.id()).flatMap(Account::passwordHash);
        return passwords.match(current, hash)
                ? setPassword(person, password)
                : new Outcome.Refused(
                        Stream.concat(Stream.of(Problem.PASSWORD_NOT_CURRENT), checkPassword(person, password).stream())
                                .toList());
    }

    /**
     * The person whose e-mail address and password these are. The answer takes the same time whether or not the
     * address is known.
     */
    public Optional<Person> authenticate(String email, String password) {
        Optional<Account> account = byEmail(email);
        return passwords.match(password, account.flatMap(Account::passwordHash))
                ? account.map(Account::person)
                : Optional.empty();
    }

    /** Whether they can sign in with a password. */
    public boolean hasPassword(PersonId id) {
        return store.account(id).flatMap(Account::passwordHash).isPresent();
    }

    public Optional<Person> find(PersonId id) {
        return store.byId(id);
    }

    /** Somebody who may be signed in now: nobody who is suspended. */
    public Optional<Person> present(PersonId id) {
        return find(id).filter(person -> !person.suspended());
    }

    /** In whatever case the address was typed. */
    public Optional<Person> findByEmail(String email) {
        return byEmail(email).map(Account::person);
    }

    /** Whoever has an account with one of these addresses, which are tidied; in one query. */
    public List<Person> withAddresses(Collection<String> emails) {
        return store.byEmails(
                emails.stream().filter(email -> Entry.email(email).isEmpty()).toList());
    }

    /** What cannot be an address is nobody's, and may hold characters that the database would choke on. */
    private Optional<Account> byEmail(String typed) {
        String email = Entry.tidyEmail(typed);
        return Entry.email(email).isEmpty() ? store.byEmail(email) : Optional.empty();
    }

    /** Those of the ids who are known, by name, in one query. */
    public List<Person> namesOf(Collection<PersonId> wanted) {
        return wanted.isEmpty() ? List.of() : store.byIds(wanted);
    }

    /** Everybody with an account, by name. */
    public List<Person> members() {
        return store.accounts().stream().sorted(Person.BY_NAME).toList();
    }

    /** Whom {@code interviewer} can interview: everybody with an account who may come, but the interviewer. */
    public List<Person> possibleCandidates(PersonId interviewer) {
        return members().stream()
                .filter(person -> !person.suspended() && !person.id().equals(interviewer))
                .toList();
    }

    public boolean hasAdmin() {
        return store.hasAdmin();
    }

    private Outcome add(String name, String email, Role role, ZoneId zone, Optional<String> password) {
        Person person = new Person(new PersonId(ids.next()), name, Optional.of(email), role, zone, false);
        boolean added = store.add(new Account(person, password.map(passwords::hash)), time.instant());
        return added ? new Outcome.Done(person) : Outcome.refused(Problem.EMAIL_TAKEN);
    }

    private static List<Problem> problems(String name, String email, String zone) {
        List<Problem> problems = new ArrayList<>();
        Entry.name(name).ifPresent(problems::add);
        Entry.email(email).ifPresent(problems::add);
        Entry.zone(zone).ifPresent(problems::add);
        return problems;
    }
}
