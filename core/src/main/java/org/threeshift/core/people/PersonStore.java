package org.threeshift.core.people;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where people are kept. PostgreSQL's and the in-memory one are held to one contract. */
interface PersonStore {
    /** An account and the hash of its password; no hash until a password has been set. */
    record Account(Person person, Optional<String> passwordHash) {}

    /** @return false when another account has the e-mail address */
    boolean add(Account account, Instant at);

    /** Changes name, zone and profile; not the photo. */
    void change(Person person);

    void setPassword(PersonId id, String hash);

    /** @return false when another account has the e-mail address, or the person is a guest */
    boolean changeEmail(PersonId id, String email);

    enum Kept {
        KEPT,
        EMAIL_TAKEN,
        NO_GUEST
    }

    /** Makes a guest's id that of the account. */
    Kept keepGuest(Account account);

    Optional<Person> byId(PersonId id);

    /** @param email in lower case */
    Optional<Account> byEmail(String email);

    /** @param emails in lower case */
    List<Person> byEmails(Collection<String> emails);

    Optional<Account> account(PersonId id);

    List<Person> byIds(Collection<PersonId> ids);

    /** Everybody but guests, by name. */
    List<Person> accounts();

    boolean hasAdmin();
}
