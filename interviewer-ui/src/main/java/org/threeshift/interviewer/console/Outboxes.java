package org.threeshift.interviewer.console;

import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/** One outbox a person and interview, for as long as a console looks at it or something waits in it. */
final class Outboxes {
    private final Map<Key, WeakReference<Outbox>> known = new HashMap<>();

    private record Key(PersonId person, InterviewId interview) {}

    synchronized Outbox of(ConsoleServices services, PersonId person, InterviewId interview) {
        known.values().removeIf(outbox -> outbox.get() == null);
        Key key = new Key(person, interview);
        Optional<Outbox> open = Optional.ofNullable(known.get(key)).map(WeakReference::get);
        if (open.isPresent()) {
            return open.get();
        }
        Outbox outbox = new Outbox(new Dispatch(services, person, interview));
        known.put(key, new WeakReference<>(outbox));
        return outbox;
    }
}
