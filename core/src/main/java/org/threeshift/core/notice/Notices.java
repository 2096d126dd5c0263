package org.threeshift.core.notice;

import java.util.Collection;
import java.util.Set;
import org.threeshift.core.people.PersonId;

/** Where notices are posted. Posting belongs to the caller's transaction: what is rolled back was never posted. */
public interface Notices {
    /**
     * Keeps the notice until it is due, and tells it then by the ways that its person chose. Does nothing when one of its key was
     * posted to that person before. Guests, who have no page and no address, are told nothing.
     */
    void post(Notice notice);

    /** The same of many, in one statement where there is a database. */
    default void postAll(Collection<Notice> all) {
        all.forEach(this::post);
    }

    /**
     * What was posted under a key, to whomever, and was not told yet, is not told any more. What was told stays, but does not leave
     * the installation any more where it still waits to.
     */
    void withdraw(String key);

    /** The same of many at once. */
    default void withdrawAll(Collection<String> keys) {
        keys.forEach(this::withdraw);
    }

    /** The same of what asked for something that is settled now: whoever was told need not read it any more, so it is not new to them. */
    default void settle(String key) {
        withdraw(key);
    }

    /** The same of every key that begins so, of what was posted to these people alone. */
    void withdraw(String beginning, Collection<PersonId> people);

    /** To whom something was posted under a key that they will never be told, as it was withdrawn or no news in time. */
    default Set<PersonId> untold(String key) {
        return Set.of();
    }
}
