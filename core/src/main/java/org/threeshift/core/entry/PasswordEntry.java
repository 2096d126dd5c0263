package org.threeshift.core.entry;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.threeshift.core.audit.Deed;
import org.threeshift.core.audit.Trail;
import org.threeshift.core.entry.Throttle.Pass;
import org.threeshift.core.people.Entry;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;

/** The way in with e-mail address and password. */
@Service
public class PasswordEntry {
    /** What a try came to. */
    public sealed interface Tried {
        /** Address and password belong together. */
        record Right(Person person) implements Tried {}

        /** They don't, or the address is nobody's: the same answer after the same time. */
        record Wrong() implements Tried {}

        /** They do, and the person is suspended. */
        record Suspended() implements Tried {}

        /** Nothing was looked at: there were too many tries of late. */
        record TooSoon(Duration left) implements Tried {}
    }

    private final People people;
    private final Gate gate;
    private final Trail trail;

    PasswordEntry(People people, Gate gate, Trail trail) {
        this.people = people;
        this.gate = gate;
        this.trail = trail;
    }

    /** Nothing typed counts for no try. */
    public Tried attempt(String typed, String password, Origin from) {
        String email = Entry.tidyEmail(typed);
        if (password.isEmpty() || Entry.email(email).isPresent()) {
            return new Tried.Wrong();
        }
        if (gate.pass(Gate.Way.SIGN_IN, email, from) instanceof Pass.Wait(Duration left)) {
            return new Tried.TooSoon(left);
        }
        Optional<Person> person = people.authenticate(email, password);
        if (person.isEmpty()) {
            refused(people.findByEmail(email));
            return new Tried.Wrong();
        }
        gate.right(Gate.Way.SIGN_IN, email, from);
        if (person.get().suspended()) {
            refused(person);
            return new Tried.Suspended();
        }
        return new Tried.Right(person.get());
    }

    private void refused(Optional<Person> about) {
        trail.add(Deed.SIGN_IN_REFUSED, Optional.empty(), about.map(Person::id), Map.of("way", "password"));
    }
}
