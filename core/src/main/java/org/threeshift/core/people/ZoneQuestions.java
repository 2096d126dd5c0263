package org.threeshift.core.people;

import java.time.ZoneId;
import org.springframework.stereotype.Service;

/**
 * Asks once for the time zone of whoever never said one: an admin or another installation made their account and knew nothing of their
 * clock. It is asked where hours first matter, and whatever they save there with a zone answers it.
 */
@Service
public class ZoneQuestions {
    private final PostgresZoneQuestions store;
    private final Profiles profiles;

    ZoneQuestions(PostgresZoneQuestions store, Profiles profiles) {
        this.store = store;
        this.profiles = profiles;
    }

    /** Whoever made the account has put in a zone of their own. */
    public void ask(PersonId person) {
        store.put(person, true);
    }

    public boolean open(PersonId person) {
        return store.unsaid(person);
    }

    /** They have said where their clock hangs. */
    public void answer(Person person, ZoneId zone) {
        profiles.moveTo(person, zone);
        store.put(person.id(), false);
    }

    /** As above, where they were asked; otherwise what they said before stands. */
    public void answerIfAsked(Person person, ZoneId zone) {
        if (open(person.id())) {
            answer(person, zone);
        }
    }
}
