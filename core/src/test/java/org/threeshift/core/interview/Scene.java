package org.threeshift.core.interview;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.threeshift.core.interview.InterviewLog.Batch;
import org.threeshift.core.interview.model.Agenda;
import org.threeshift.core.interview.model.Evolve;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewEvent;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.interview.model.Recorded;
import org.threeshift.core.interview.model.Rehearsal;
import org.threeshift.core.people.PersonId;

/** One interview for tests, whose host acts: it knows its events so far and makes the next batch. */
final class Scene {
    static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123456Z");
    static final Agenda AGENDA = Rehearsal.AGENDA;

    final InterviewId id = new InterviewId(UUID.randomUUID());
    final PersonId host;
    private final List<Recorded> past = new ArrayList<>();

    Scene(PersonId host) {
        this.host = host;
    }

    InterviewEvent scheduled() {
        return new InterviewEvent.Scheduled(
                Kind.PEER, List.of(host), Optional.empty(), "Ada", AGENDA, NOW, ZoneId.of("Europe/Berlin"));
    }

    /** The next events with fresh ids, not yet part of the past. */
    Batch next(InterviewEvent... events) {
        var recorded = new ArrayList<Recorded>();
        for (InterviewEvent event : events) {
            recorded.add(new Recorded(id, past.size() + recorded.size() + 1, UUID.randomUUID(), host, NOW, event));
        }
        return batch(recorded);
    }

    /** The next batch, whose first event has a given id. */
    Batch nextWithId(UUID eventId, InterviewEvent event) {
        return batch(List.of(new Recorded(id, past.size() + 1, eventId, host, NOW, event)));
    }

    /** Makes a batch part of the past. */
    Batch happened(Batch batch) {
        past.addAll(batch.events());
        return batch;
    }

    List<Recorded> past() {
        return List.copyOf(past);
    }

    private Batch batch(List<Recorded> events) {
        Interview before = Evolve.fold(past);
        Interview after = before;
        for (Recorded event : events) {
            after = Evolve.evolve(after, event);
        }
        return new Batch(id, past.size(), events, before, after);
    }
}
