package org.threeshift.core.audit;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.threeshift.core.people.Directory;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;

/** What admins do to accounts, as lines of the trail. */
@Component
final class PersonDeeds implements Directory.Deeds {
    private final Trail trail;

    PersonDeeds(Trail trail) {
        this.trail = trail;
    }

    @Override
    public void appointed(Person by, Person whom, Role before) {
        trail.add(
                Deed.ROLE_CHANGED,
                Optional.of(by.id()),
                Optional.of(whom.id()),
                Map.of("before", before.name(), "role", whom.role().name()));
    }

    @Override
    public void suspended(Person by, Person whom, boolean suspended) {
        trail.add(suspended ? Deed.SUSPENDED : Deed.READMITTED, Optional.of(by.id()), Optional.of(whom.id()), Map.of());
    }
}
