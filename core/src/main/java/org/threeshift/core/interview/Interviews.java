package org.threeshift.core.interview;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.threeshift.core.interview.InterviewLog.Append;
import org.threeshift.core.interview.InterviewLog.Batch;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.Decide;
import org.threeshift.core.interview.model.Decision;
import org.threeshift.core.interview.model.Evolve;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewEvent;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Recorded;
import org.threeshift.core.interview.model.Refusal;
import org.threeshift.core.live.Bell;

/** Sends commands to interviews. Whatever this answers as done is committed, and everybody who listens is woken. */
@Service
public class Interviews {
    /** Writers of one interview at one moment are few; that many lost races in a row mean that something is wrong. */
    private static final int ATTEMPTS = 60;

    private final InterviewLog log;
    private final Bell bell;

    Interviews(InterviewLog log, Bell bell) {
        this.log = log;
        this.bell = bell;
    }

    /**
     * Carries out one command, or says why not. Nobody takes an empty candidate's chair this way: that needs an
     * invitation, see {@link #joinInvited}.
     */
    public Outcome send(InterviewId interview, Sent sent) {
        return sendAll(interview, List.of(sent));
    }

    /** Takes the candidate's chair for somebody whose invitation to this interview was checked just now. */
    Outcome joinInvited(InterviewId interview, Sent join) {
        return sendAll(interview, List.of(join), true);
    }

    /**
     * Carries out commands in one transaction: all of them, or none with the first refusal.
     *
     * @param sent at least one
     */
    public Outcome sendAll(InterviewId interview, List<Sent> sent) {
        return sendAll(interview, sent, false);
    }

    private Outcome sendAll(InterviewId interview, List<Sent> sent, boolean invited) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            pauseBefore(attempt);
            List<Recorded> past = log.read(interview, 0);
            switch (decideAll(interview, past, sent, invited)) {
                case Refused(var refusal) -> {
                    return new Outcome.Refused(refusal);
                }
                case Ready(var batch)
                when batch.events().isEmpty() -> {
                    return done(batch, batch.expectedSeq(), sent);
                }
                case Ready(var batch) -> {
                    if (log.append(batch) instanceof Append.Done(long lastSeq)) {
                        bell.ring(interview.value());
                        return done(batch, lastSeq, sent);
                    }
                }
            }
        }
        return new Outcome.Refused(Refusal.of(Refusal.Code.STALE));
    }

    private static Attempt decideAll(InterviewId interview, List<Recorded> past, List<Sent> sent, boolean invited) {
        Interview before = Evolve.fold(past);
        Interview state = before;
        long seq = past.size();
        var events = new ArrayList<Recorded>();
        for (Sent one : sent) {
            if (Stream.concat(past.stream(), events.stream())
                    .anyMatch(recorded -> recorded.eventId().equals(one.commandId()))) {
                continue;
            }
            switch (decide(state, one, invited)) {
                case Decision.Refused(var refusal) -> {
                    return new Refused(refusal);
                }
                case Decision.Accepted(var happened) -> {
                    for (int index = 0; index < happened.size(); index++) {
                        InterviewEvent event = happened.get(index);
                        UUID eventId = eventId(one.commandId(), index);
                        var recorded = new Recorded(
                                interview,
                                ++seq,
                                eventId,
                                one.by().actor(),
                                one.by().at(),
                                event);
                        state = Evolve.evolve(state, recorded);
                        events.add(recorded);
                    }
                }
            }
        }
        return new Ready(new Batch(interview, past.size(), events, before, state));
    }

    private static Decision decide(Interview state, Sent one, boolean invited) {
        boolean takesChair = one.command() instanceof Command.Join(Seat seat)
                && seat == Seat.CANDIDATE
                && state instanceof Interview.Known known
                && !known.setup().isCandidate(one.by().actor());
        return takesChair && !invited
                ? Decision.refused(Refusal.Code.NOT_FOUND)
                : Decide.decide(state, one.command(), one.by());
    }

    private static Outcome done(Batch batch, long seq, List<Sent> sent) {
        return new Outcome.Done(
                batch.interview(), seq, batch.after(), sent.getLast().by().at());
    }

    private static UUID eventId(UUID commandId, int index) {
        return index == 0
                ? commandId
                : UUID.nameUUIDFromBytes((commandId + ":" + index).getBytes(StandardCharsets.UTF_8));
    }

    /** The first tries follow at once: a lost race is over as soon as the winner's commit is. */
    private static void pauseBefore(int attempt) {
        if (attempt < 3) {
            return;
        }
        try {
            Thread.sleep(Math.min(attempt, 20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private sealed interface Attempt {}

    private record Ready(Batch batch) implements Attempt {}

    private record Refused(Refusal refusal) implements Attempt {}
}
