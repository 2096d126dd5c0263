package org.threeshift.core.interview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.threeshift.core.interview.model.ErasedWords;
import org.threeshift.core.interview.model.Evolve;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Recorded;
import org.threeshift.core.interview.model.Setup;
import org.threeshift.core.people.PersonId;

/** A log for tests of what stands on it. */
final class InMemoryInterviewLog implements InterviewLog {
    private final Map<InterviewId, List<Recorded>> logs = new HashMap<>();
    private final Set<UUID> eventIds = new HashSet<>();

    @Override
    public synchronized Append append(Batch batch) {
        List<UUID> ids = batch.events().stream().map(Recorded::eventId).toList();
        if (ids.stream().anyMatch(eventIds::contains)) {
            return new Append.Duplicate();
        }
        List<Recorded> log = logs.computeIfAbsent(batch.interview(), _ -> new ArrayList<>());
        if (log.size() != batch.expectedSeq()) {
            return new Append.Stale();
        }
        log.addAll(batch.events());
        eventIds.addAll(ids);
        return new Append.Done(log.size());
    }

    @Override
    public synchronized Append erase(Batch batch, List<Long> seqs, String invitee) {
        Append answer = append(batch);
        if (answer instanceof Append.Done) {
            Optional.ofNullable(logs.get(batch.interview()))
                    .orElseThrow()
                    .replaceAll(recorded -> seqs.contains(recorded.seq())
                            ? new Recorded(
                                    recorded.interview(),
                                    recorded.seq(),
                                    recorded.eventId(),
                                    recorded.actor(),
                                    recorded.at(),
                                    ErasedWords.of(recorded.event(), invitee))
                            : recorded);
        }
        return answer;
    }

    @Override
    public synchronized List<Trace> traces(PersonId person, Set<String> names) {
        return logs.entrySet().stream()
                .flatMap(entry -> Evolve.fold(entry.getValue()) instanceof Interview.Known known
                        ? trace(entry.getKey(), entry.getValue(), known.setup(), person, names).stream()
                        : Stream.empty())
                .toList();
    }

    private static Optional<Trace> trace(
            InterviewId id, List<Recorded> log, Setup setup, PersonId person, Set<String> names) {
        boolean acted = log.stream().anyMatch(recorded -> recorded.actor().equals(person));
        boolean invited = setup.candidate().isEmpty() && Called.in(setup.invitee(), names);
        return acted || invited || setup.seat(person).isPresent()
                ? Optional.of(new Trace(id, invited))
                : Optional.empty();
    }

    synchronized Stream<InterviewId> interviews() {
        return List.copyOf(logs.keySet()).stream();
    }

    @Override
    public synchronized List<Recorded> read(InterviewId interview, long afterSeq) {
        return logs.getOrDefault(interview, List.of()).stream()
                .filter(recorded -> recorded.seq() > afterSeq)
                .toList();
    }

    @Override
    public synchronized Map<InterviewId, List<Recorded>> read(Map<InterviewId, Long> afterSeq) {
        Map<InterviewId, List<Recorded>> found = new HashMap<>();
        afterSeq.forEach((interview, after) -> {
            List<Recorded> events = read(interview, after);
            if (!events.isEmpty()) {
                found.put(interview, events);
            }
        });
        return found;
    }
}
