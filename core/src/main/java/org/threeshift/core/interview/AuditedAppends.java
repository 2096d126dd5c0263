package org.threeshift.core.interview;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.audit.Deed;
import org.threeshift.core.audit.Trail;
import org.threeshift.core.interview.InterviewLog.Append;
import org.threeshift.core.interview.InterviewLog.Batch;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewEvent;
import org.threeshift.core.interview.model.Recorded;
import org.threeshift.core.people.PersonId;

/**
 * Appends to logs. What the audit trail tells of, amendments and publications, stands in both or in neither; so does a time in
 * people's appointments.
 */
record AuditedAppends(
        InterviewLog log, Trail trail, TransactionOperations transactions, Optional<Timekeeping> timekeeping) {

    Append append(Batch batch) {
        List<Recorded> audited = batch.events().stream()
                .filter(recorded -> recorded.event() instanceof InterviewEvent.SheetAmended
                        || recorded.event() instanceof InterviewEvent.Published)
                .toList();
        if (timekeeping.isPresent() && batch.events().stream().anyMatch(AuditedAppends::changesTime)) {
            return transactions.execute(transaction -> timed(batch, timekeeping.get(), transaction));
        }
        return audited.isEmpty()
                ? log.append(batch)
                : transactions.execute(transaction -> {
                    Append answer = log.append(batch);
                    if (answer instanceof Append.Done) {
                        audited.forEach(recorded -> add(recorded, batch.after()));
                    }
                    return answer;
                });
    }

    private static boolean changesTime(Recorded recorded) {
        return recorded.event() instanceof InterviewEvent.Rescheduled
                || recorded.event() instanceof InterviewEvent.Cancelled
                || recorded.event() instanceof InterviewEvent.NoShowReported;
    }

    /** A move that somebody has no time for is taken back with the transaction, which the caller of this may be in already. */
    private Append timed(Batch batch, Timekeeping keeper, TransactionStatus transaction) {
        Append answer = log.append(batch);
        if (answer instanceof Append.Done
                && batch.after() instanceof Interview.Known now
                && !keeper.follow(batch.interview(), now)) {
            transaction.setRollbackOnly();
            return new Append.SomebodyBusy();
        }
        return answer;
    }

    private void add(Recorded recorded, Interview after) {
        // Before publication nothing of the scoring is the candidate's to read, not even that it goes on.
        Optional<PersonId> candidate = after instanceof Interview.Published published
                ? published.setup().candidate()
                : Optional.empty();
        trail.addAt(
                recorded.at(),
                recorded.event() instanceof InterviewEvent.Published ? Deed.SCORECARD_PUBLISHED : Deed.SHEET_AMENDED,
                Optional.of(recorded.actor()),
                candidate,
                Map.of("interview", recorded.interview().toString()));
    }
}
