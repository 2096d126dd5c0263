package org.threeshift.core.consent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.threeshift.core.people.PersonId;

/** Consents for tests of what stands on them. */
final class InMemoryConsents implements ConsentStore {
    private final Map<PersonId, List<Consent>> consents = new HashMap<>();

    @Override
    public synchronized void add(PersonId person, Consent consent) {
        consents.computeIfAbsent(person, _ -> new ArrayList<>()).add(consent);
    }

    @Override
    public synchronized List<Consent> of(PersonId person) {
        return List.copyOf(consents.getOrDefault(person, List.of()));
    }
}
