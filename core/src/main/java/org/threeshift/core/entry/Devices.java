package org.threeshift.core.entry;

import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Service;
import org.threeshift.core.id.Token;
import org.threeshift.core.people.PersonId;

/**
 * Browsers in which somebody has signed in. What strangers try elsewhere does not slow these down ("device cookies", OWASP Cheat Sheet Series): so
 * that nobody can be shut out by others' guessing.
 */
@Service
public class Devices {
    private final PostgresDeviceStore store;
    private final InstantSource time;

    Devices(PostgresDeviceStore store, InstantSource time) {
        this.store = store;
        this.time = time;
    }

    /**
     * The person has just shown in this browser who they are.
     *
     * @return whether other browsers of theirs are known, and this one was not
     */
    public boolean remember(Token browser, PersonId person) {
        return store.remember(browser.hash(), person, time.instant());
    }

    /** For a person whose password was set anew: no browser is known any more. */
    public void forget(PersonId person) {
        store.forget(person);
    }

    /** @param email as tidied */
    boolean knows(Token browser, String email) {
        return store.knows(browser.hash(), email);
    }

    /** @return how many were forgotten, because nobody signed in there since then */
    public int forgetBefore(Instant last) {
        return store.forgetBefore(last);
    }
}
