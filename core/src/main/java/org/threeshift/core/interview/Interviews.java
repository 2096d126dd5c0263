package org.threeshift.core.interview;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.audit.Trail;
import org.threeshift.core.interview.Folds.Fold;
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
import org.threeshift.core.people.PersonId;

/**
 * Sends commands to interviews. Whatever this answers as done is committed, and everybody who listens is woken; within a
 * transaction of the caller's that is so once the caller has committed.
 */
@Service
public class Interviews implements Forgetful {
    /** Only other nodes can write first, and they are few: that many lost races in a row mean that something is wrong. */
    private static final int ATTEMPTS = 60;

    private final InterviewLog log;
    private final AuditedAppends appends;
    private final Bell bell;
    private final TransactionOperations transactions;
    private final Optional<Timekeeping> timekeeping;
    private final Folds folds = new Folds();

    @Autowired
    Interviews(
            InterviewLog log,
            Bell bell,
            Trail trail,
            TransactionOperations transactions,
            Optional<Timekeeping> timekeeping) {
        this.log = log;
        this.appends = new AuditedAppends(log, trail, transactions, timekeeping);
        this.bell = bell;
        this.transactions = transactions;
        this.timekeeping = timekeeping;
    }

    /** Without an audit trail, for tests. */
    Interviews(InterviewLog log, Bell bell) {
        this(log, bell, Trail.NONE, TransactionOperations.withoutTransaction(), Optional.empty());
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
        return timekeeping.isPresent() && sent.stream().anyMatch(one -> changesTime(one, invited))
                ? inTime(timekeeping.get(), interview, sent, invited)
                : sendNow(interview, sent, invited);
    }

    private static boolean changesTime(Sent sent, boolean invited) {
        return sent.command() instanceof Command.Reschedule
                || sent.command() instanceof Command.Cancel
                || byRulesElsewhere(sent)
                || sent.command() instanceof Command.ReportNoShow
                || sent.command() instanceof Command.Finish
                || newcomer(sent, invited).isPresent();
    }

    /** Whoever may get a chair by it: a stranger takes the candidate's by an invitation alone. */
    private static Optional<PersonId> newcomer(Sent sent, boolean invited) {
        return switch (sent.command()) {
            case Command.GiveSeat(var person, var seat) when seat == Seat.INTERVIEWER -> Optional.of(person);
            case Command.Join(var seat)
            when invited && seat == Seat.CANDIDATE -> Optional.of(sent.by().actor());
            default -> Optional.empty();
        };
    }

    private static boolean byRulesElsewhere(Sent sent) {
        return sent.command() instanceof Command.MoveAsAgreed || sent.command() instanceof Command.CallOffAsAgreed;
    }

    /** People's time is held first, as by everybody who takes it, and the fold's lock second: otherwise two could wait for each other. */
    private Outcome inTime(Timekeeping keeper, InterviewId interview, List<Sent> sent, boolean invited) {
        return Objects.requireNonNull(transactions.execute(transaction -> {
            keeper.hold(
                    interview,
                    sent.stream()
                            .flatMap(one -> newcomer(one, invited).stream())
                            .collect(Collectors.toSet()));
            Outcome outcome = sendNow(interview, sent, invited);
            if (outcome instanceof Outcome.Refused(var refusal)
                    && (refusal.code() == Refusal.Code.SOMEBODY_BUSY
                            || refusal.code() == Refusal.Code.YOURSELF_BUSY
                            || refusal.code() == Refusal.Code.PERSON_UNKNOWN)) {
                transaction.setRollbackOnly();
            }
            return outcome;
        }));
    }

    private Outcome sendNow(InterviewId interview, List<Sent> sent, boolean invited) {
        Fold fold = folds.of(interview);
        Answer answer;
        fold.lock.lock();
        try {
            answer = written(interview, fold, sent, invited);
        } finally {
            fold.lock.unlock();
        }
        if (answer.grown()) {
            AfterCommit.run(() -> bell.ring(interview.value()));
        }
        return answer.outcome();
    }

    /** Writes on top of what this node has folded. Reads only when that is too old, or when nothing is to be written. */
    private Answer written(InterviewId interview, Fold fold, List<Sent> sent, boolean invited) {
        boolean read = fold.seq() == 0;
        if (read) {
            fold.catchUp(log);
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            pauseBefore(attempt);
            Attempt decided = decideAll(interview, fold, sent, invited);
            if (decided instanceof Ready(var batch) && !batch.events().isEmpty()) {
                switch (appends.append(batch)) {
                    case Append.Done(long lastSeq) -> {
                        fold.add(batch);
                        AfterCommit.unless(() -> folds.forget(interview));
                        return new Answer(done(batch, lastSeq, sent), true);
                    }
                    case Append.PersonUnknown() -> {
                        return new Answer(new Outcome.Refused(Refusal.of(Refusal.Code.PERSON_UNKNOWN)), false);
                    }
                    case Append.SomebodyBusy(var refusal) -> {
                        return new Answer(new Outcome.Refused(refusal), false);
                    }
                    case Append.Stale(), Append.Duplicate() -> {}
                }
            } else if (read) {
                return new Answer(
                        switch (decided) {
                            case Ready(var batch) -> done(batch, batch.expectedSeq(), sent);
                            case Refused(var refusal) -> new Outcome.Refused(refusal);
                        },
                        false);
            }
            fold.catchUp(log);
            read = true;
        }
        return new Answer(new Outcome.Refused(new Refusal(Refusal.Code.STALE, List.of(), List.of())), false);
    }

    private Attempt decideAll(InterviewId interview, Fold fold, List<Sent> sent, boolean invited) {
        Interview state = fold.state();
        var events = new ArrayList<Recorded>();
        for (Sent one : sent) {
            Optional<PersonId> before = sender(one.commandId(), fold, events);
            if (before.isPresent()) {
                if (before.get().equals(one.by().actor())) {
                    continue;
                }
                // Some ids are in addresses: knowing one of another's commands is no part in the interview.
                return new Refused(Refusal.of(Refusal.Code.NOT_FOUND));
            }
            switch (decide(interview, state, one, invited)) {
                case Decision.Refused(var refusal) -> {
                    return new Refused(refusal);
                }
                case Decision.Accepted(var happened) -> {
                    for (int index = 0; index < happened.size(); index++) {
                        InterviewEvent event = happened.get(index);
                        var recorded = new Recorded(
                                interview,
                                fold.seq() + events.size() + 1,
                                eventId(one.commandId(), index),
                                one.by().actor(),
                                one.by().at(),
                                event);
                        state = Evolve.evolve(state, recorded);
                        events.add(recorded);
                    }
                }
            }
        }
        return new Ready(new Batch(interview, fold.seq(), events, fold.state(), state));
    }

    private static Optional<PersonId> sender(UUID commandId, Fold fold, List<Recorded> events) {
        return fold.sender(commandId)
                .or(() -> events.stream()
                        .filter(recorded -> recorded.eventId().equals(commandId))
                        .map(Recorded::actor)
                        .findFirst());
    }

    /** Moves or calls off, for the candidate too, by rules that the caller has checked. */
    Outcome sendAsAgreed(InterviewId interview, Sent sent) {
        return sendAll(interview, List.of(sent), true);
    }

    /** Gives all that a guest has in an interview to the account that the guest turned out to be. An admin's wish, checked before. */
    Outcome merge(InterviewId interview, Sent merge) {
        return sendAll(interview, List.of(merge), true);
    }

    private Decision decide(InterviewId interview, Interview state, Sent one, boolean trusted) {
        if (!trusted && (one.command() instanceof Command.MergePerson || byRulesElsewhere(one))) {
            return Decision.refused(Refusal.Code.NOT_FOUND);
        }
        boolean calledOff = one.command() instanceof Command.Cancel;
        if (!trusted && (calledOff || one.command() instanceof Command.Reschedule) && isHost(state, one)) {
            Optional<Refusal.Code> agreed = timekeeping
                    .flatMap(keeper -> keeper.agreement(interview))
                    // In an evening others' hours depend on it; else who cannot come may say so by any way.
                    .filter(code -> !calledOff || code == Refusal.Code.HOUR_OF_EVENT);
            if (agreed.isPresent()) {
                return Decision.refused(agreed.get());
            }
        }
        boolean takesChair = one.command() instanceof Command.Join(Seat seat)
                && seat == Seat.CANDIDATE
                && state instanceof Interview.Known known
                && !known.setup().isCandidate(one.by().actor());
        return takesChair && !trusted
                ? Decision.refused(Refusal.Code.NOT_FOUND)
                : Decide.decide(state, one.command(), one.by());
    }

    /** Everybody else is told the same whether or not something was agreed on. */
    private static boolean isHost(Interview state, Sent one) {
        return state instanceof Interview.Scheduled scheduled
                && scheduled.setup().host().equals(one.by().actor());
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

    private record Answer(Outcome outcome, boolean grown) {}

    @Override
    public void forget() {
        folds.forget();
    }
}
