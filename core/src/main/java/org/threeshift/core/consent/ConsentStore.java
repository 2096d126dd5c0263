package org.threeshift.core.consent;

import java.util.List;
import org.threeshift.core.people.PersonId;

/** Where consents are kept. */
interface ConsentStore {
    void add(PersonId person, Consent consent);

    /** In the order in which they were given. */
    List<Consent> of(PersonId person);
}
