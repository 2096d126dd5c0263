package org.threeshift.core.people;

import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Pictures of people: small, made anew from what was uploaded, and shown to whoever may know the person. */
@Service
public class Photos {
    /** Both squares are kept; a page asks for the one that fits. */
    public enum Size {
        SMALL,
        LARGE
    }

    private final PostgresPhotoStore store;
    private final InstantSource time;

    Photos(PostgresPhotoStore store, InstantSource time) {
        this.store = store;
        this.time = time;
    }

    /** Takes a JPEG, PNG or GIF of at most 5 MB. Refused with what is wrong with it. */
    public Outcome put(Person person, byte[] upload) {
        return switch (Portrait.of(upload)) {
            case Portrait.Taken.Refused(var problem) -> Outcome.refused(problem);
            case Portrait.Taken.Done(var portrait) -> {
                store.put(person.id(), portrait, time.instant());
                yield new Outcome.Done(person);
            }
        };
    }

    public void remove(Person person) {
        store.remove(person.id());
    }

    /**
     * Absent where there is none, and for whoever may not know that the person exists: a guest knows whom they share an
     * interview with, everybody with an account may know everybody.
     */
    public Optional<Photo> find(PersonId of, Person viewer, Size size) {
        boolean may = !viewer.guest() || of.equals(viewer.id()) || store.shareAnInterview(of, viewer.id());
        return may ? store.find(of, size) : Optional.empty();
    }
}
