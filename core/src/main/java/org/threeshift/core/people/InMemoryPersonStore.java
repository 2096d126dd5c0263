package org.threeshift.core.people;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** People for tests that need no database. */
final class InMemoryPersonStore implements PersonStore {
    private static final Comparator<Person> BY_NAME = Comparator.<Person, String>comparing(
                    person -> person.name().toLowerCase(Locale.ROOT))
            .thenComparing(person -> person.id().toString());

    private final Map<PersonId, Account> accounts = new LinkedHashMap<>();

    @Override
    public synchronized boolean add(Account account, Instant at) {
        if (account.person().email().flatMap(this::byEmail).isPresent()) {
            return false;
        }
        accounts.put(account.person().id(), account);
        return true;
    }

    @Override
    public synchronized void change(Person person) {
        accounts.computeIfPresent(person.id(), (id, old) -> {
            Person was = old.person();
            return new Account(was.called(person.name(), person.zone(), person.profile()), old.passwordHash());
        });
    }

    @Override
    public synchronized void setPassword(PersonId id, String hash) {
        accounts.computeIfPresent(id, (same, old) -> new Account(old.person(), Optional.of(hash)));
    }

    @Override
    public synchronized boolean changeEmail(PersonId id, String email) {
        if (byId(id).filter(person -> !person.guest()).isEmpty()
                || byEmail(email)
                        .filter(other -> !other.person().id().equals(id))
                        .isPresent()) {
            return false;
        }
        accounts.computeIfPresent(id, (same, old) -> {
            Person was = old.person();
            return new Account(
                    new Person(
                            id,
                            was.name(),
                            Optional.of(email),
                            was.role(),
                            was.zone(),
                            was.guest(),
                            was.suspended(),
                            was.profile()),
                    old.passwordHash());
        });
        return true;
    }

    @Override
    public synchronized Kept keepGuest(Account account) {
        PersonId id = account.person().id();
        if (byId(id).filter(Person::guest).isEmpty()) {
            return Kept.NO_GUEST;
        }
        if (account.person().email().flatMap(this::byEmail).isPresent()) {
            return Kept.EMAIL_TAKEN;
        }
        accounts.put(id, account);
        return Kept.KEPT;
    }

    @Override
    public synchronized Optional<Person> byId(PersonId id) {
        return account(id).map(Account::person);
    }

    @Override
    public synchronized Optional<Account> byEmail(String email) {
        return accounts.values().stream()
                .filter(account ->
                        account.person().email().filter(email::equals).isPresent())
                .findFirst();
    }

    @Override
    public synchronized List<Person> byEmails(Collection<String> emails) {
        return emails.stream()
                .distinct()
                .flatMap(email -> byEmail(email).stream())
                .map(Account::person)
                .sorted(BY_NAME)
                .toList();
    }

    @Override
    public synchronized Optional<Account> account(PersonId id) {
        return Optional.ofNullable(accounts.get(id));
    }

    @Override
    public synchronized List<Person> byIds(Collection<PersonId> ids) {
        return accounts.values().stream()
                .map(Account::person)
                .filter(person -> ids.contains(person.id()))
                .sorted(BY_NAME)
                .toList();
    }

    @Override
    public synchronized List<Person> accounts() {
        return accounts.values().stream()
                .map(Account::person)
                .filter(person -> !person.guest())
                .sorted(BY_NAME)
                .toList();
    }

    @Override
    public synchronized boolean hasAdmin() {
        return accounts.values().stream().anyMatch(account -> account.person().role() == Role.ADMIN);
    }
}
