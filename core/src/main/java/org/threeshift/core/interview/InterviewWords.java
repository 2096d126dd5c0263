package org.threeshift.core.interview;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.threeshift.core.id.Ids;
import org.threeshift.core.interview.InterviewLog.Append;
import org.threeshift.core.interview.InterviewLog.Batch;
import org.threeshift.core.interview.InterviewLog.Trace;
import org.threeshift.core.interview.model.ErasedWords;
import org.threeshift.core.interview.model.Evolve;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewEvent;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Recorded;
import org.threeshift.core.interview.model.Setup;
import org.threeshift.core.live.Bell;
import org.threeshift.core.people.PersonId;

/** Takes a person's words out of the logs of interviews. For core.erasure alone, which knows that it may. */
@Service
public class InterviewWords {
    private static final int ATTEMPTS = 60;

    private final InterviewLog log;
    private final Bell bell;
    private final Ids ids;

    InterviewWords(InterviewLog log, Bell bell, Ids ids) {
        this.log = log;
        this.bell = bell;
        this.ids = ids;
    }

    /**
     * Erases in every interview in which they left words or a name. May be repeated: what is gone already stays as it is.
     *
     * @param names what they are called: their name and e-mail address
     * @return in how many interviews
     */
    public int erase(PersonId person, Set<String> names, Instant at) {
        List<Trace> traces = log.traces(person, Called.of(names));
        traces.forEach(trace -> erase(trace, person, at));
        return traces.size();
    }

    /** Wakes whoever shows one of these interviews, and lets every node forget. After the commit. */
    public void tell(PersonId person) {
        bell.ring(Forgetting.TOPIC);
        log.traces(person, Set.of())
                .forEach(trace -> bell.ring(trace.interview().value()));
    }

    private void erase(Trace trace, PersonId person, Instant at) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<Recorded> past = log.read(trace.interview(), 0);
            if (!(Evolve.fold(past) instanceof Interview.Known known) || saidAlready(past, person)) {
                return;
            }
            if (written(trace, past, known, person, at) instanceof Append.Done) {
                return;
            }
        }
        throw new IllegalStateException(
                "Interview " + trace.interview() + " grows faster than its words can be erased");
    }

    private Append written(Trace trace, List<Recorded> past, Interview.Known known, PersonId person, Instant at) {
        Setup setup = known.setup();
        Optional<String> invitee = ErasedWords.invitee(setup, person, trace.invited());
        List<Long> seqs = past.stream()
                .filter(recorded -> ErasedWords.goes(recorded.actor(), setup, person)
                        || (invitee.isPresent() && recorded.event() instanceof InterviewEvent.Scheduled))
                .filter(recorded -> !ErasedWords.of(recorded.event(), invitee.orElse(setup.invitee()))
                        .equals(recorded.event()))
                .map(Recorded::seq)
                .toList();
        InterviewId id = trace.interview();
        var said = new Recorded(
                id, past.size() + 1L, ids.next(), person, at, new InterviewEvent.WordsErased(person, trace.invited()));
        var batch = new Batch(id, past.size(), List.of(said), known, Evolve.evolve(known, said));
        return log.erase(batch, seqs, invitee.orElse(setup.invitee()));
    }

    /** Whether they were erased here before, and nobody has written for them since. */
    private static boolean saidAlready(List<Recorded> past, PersonId person) {
        return !past.isEmpty()
                && past.getLast().event() instanceof InterviewEvent.WordsErased(var erased, var _)
                && erased.equals(person);
    }
}
