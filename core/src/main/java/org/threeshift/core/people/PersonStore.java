package org.threeshift.core.people;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where people and cohorts are kept. PostgreSQL's and the in-memory one are held to one contract. */
interface PersonStore {
    /** An account and the hash of its password; no hash until a password has been set. */
    record Account(Person person, Optional<String> passwordHash) {}

    /** @return false when another account has the e-mail address */
    boolean add(Account account, Instant at);

    /** Changes name, zone, role. */
    void change(Person person);

    void setPassword(PersonId id, String hash);

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

    Optional<Account> account(PersonId id);

    List<Person> byIds(Collection<PersonId> ids);

    /** Everybody but guests, by name. */
    List<Person> accounts();

    boolean hasAdmin();

    void addCohort(Cohort cohort, Instant at);

    /** A person who is in already stays in. */
    void addToCohort(CohortId cohort, PersonId person, Instant at);

    /** With their members, by name. */
    List<Cohort> cohortsOf(PersonId coach);

    boolean coaches(PersonId coach, PersonId person);
}
