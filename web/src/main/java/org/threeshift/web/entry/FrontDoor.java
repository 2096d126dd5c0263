package org.threeshift.web.entry;

import org.springframework.stereotype.Component;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.settings.Registration;
import org.threeshift.core.settings.Settings;

/** What every page at the door needs to know. */
@Component
final class FrontDoor {
    private final Settings settings;
    private final CurrentPerson currentPerson;

    FrontDoor(Settings settings, CurrentPerson currentPerson) {
        this.settings = settings;
        this.currentPerson = currentPerson;
    }

    Registration registration() {
        return settings.current().registration();
    }

    /** Whether somebody with an account is in already. */
    boolean inside() {
        return currentPerson.get().filter(person -> !person.guest()).isPresent();
    }
}
