package org.threeshift.core.withdrawal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.appointment.Appointments;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.InterviewStates;
import org.threeshift.core.interview.Outcome;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Refusal;
import org.threeshift.core.interview.model.Refusal.Code;
import org.threeshift.core.people.Person;
import org.threeshift.core.reliability.Commitments;
import org.threeshift.core.reliability.Keeping;

/**
 * Lets the candidate of an interview that its host set up say that they cannot come. It is called off, everybody else reads why, and
 * late is late as elsewhere. What was agreed on by rules of its own, a pair or a booking, is called off by those.
 */
@Service
public class Withdrawals {
    private final Hosting hosting;
    private final InterviewStates states;
    private final Appointments appointments;
    private final Commitments commitments;
    private final TransactionOperations transactions;
    private final InstantSource time;

    Withdrawals(
            Hosting hosting,
            InterviewStates states,
            Appointments appointments,
            Commitments commitments,
            TransactionOperations transactions,
            InstantSource time) {
        this.hosting = hosting;
        this.states = states;
        this.appointments = appointments;
        this.commitments = commitments;
        this.transactions = transactions;
        this.time = time;
    }

    /** Whether somebody may say so of an interview now. */
    public boolean open(InterviewId interview, Person person) {
        return refusal(interview, person, time.instant()).isEmpty();
    }

    /** @param reason which the others read */
    public Outcome withdraw(InterviewId interview, UUID commandId, Person candidate, String reason) {
        return Objects.requireNonNull(transactions.execute(transaction -> {
            appointments.hold(interview);
            Instant now = time.instant();
            Outcome outcome = refusal(interview, candidate, now)
                    .<Outcome>map(code -> new Outcome.Refused(Refusal.of(code)))
                    .orElseGet(() -> withdraw(interview, commandId, candidate, reason, now));
            if (outcome instanceof Outcome.Refused) {
                transaction.setRollbackOnly();
            }
            return outcome;
        }));
    }

    private Outcome withdraw(InterviewId interview, UUID commandId, Person candidate, String reason, Instant now) {
        Optional<Instant> startsAt =
                states.find(interview).map(known -> known.setup().startsAt());
        Outcome outcome = hosting.callOffAsAgreed(interview, commandId, new Command.By(candidate.id(), now), reason);
        if (outcome instanceof Outcome.Done && !candidate.guest()) {
            startsAt.filter(start -> Keeping.calledOff(start, now).isPresent())
                    .ifPresent(start -> commitments.late(candidate.id(), interview.value(), start));
        }
        return outcome;
    }

    private Optional<Code> refusal(InterviewId interview, Person person, Instant now) {
        Optional<Interview.Known> known = states.find(interview);
        if (known.isEmpty() || !known.get().setup().isCandidate(person.id())) {
            boolean inIt = known.filter(found -> found.setup().sitsAtConsole(person.id()))
                    .isPresent();
            return Optional.of(inIt ? Code.ONLY_CANDIDATE : Code.NOT_FOUND);
        }
        return switch (known.get()) {
            case Interview.Scheduled scheduled ->
                appointments
                        .agreement(interview)
                        .or(() -> now.isBefore(scheduled.setup().startsAt())
                                ? Optional.empty()
                                : Optional.of(Code.HOUR_HAS_COME));
            case Interview.Live _ -> Optional.of(Code.ALREADY_STARTED);
            case Interview.Debriefing _ -> Optional.of(Code.OVER);
            case Interview.Published _ -> Optional.of(Code.PUBLISHED);
            case Interview.Cancelled _ -> Optional.of(Code.CANCELLED);
        };
    }
}
