package org.threeshift.core.consent;

import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Service;
import org.threeshift.core.people.PersonId;

/** Who agreed to which text when. Callable inside the caller's transaction: what is agreed to and the consent stand or fall together. */
@Service
public class Consents {
    private final ConsentStore store;
    private final InstantSource time;

    Consents(ConsentStore store, InstantSource time) {
        this.store = store;
        this.time = time;
    }

    /** Consents without a database, for tests. */
    public static Consents inMemory(InstantSource time) {
        return new Consents(new InMemoryConsents(), time);
    }

    /** The person agrees to the text as it stands now. */
    public Consent agree(PersonId person, Subject subject) {
        var consent = new Consent(subject, ConsentText.newest(subject).version(), time.instant());
        store.add(person, consent);
        return consent;
    }

    /** Whether the person agreed to the newest version of a text. */
    public boolean agreed(PersonId person, Subject subject) {
        int newest = ConsentText.newest(subject).version();
        return store.of(person).stream().anyMatch(given -> given.subject() == subject && given.version() == newest);
    }

    /** Everything that the person agreed to, in the order of time. */
    public List<Consent> of(PersonId person) {
        return store.of(person);
    }
}
