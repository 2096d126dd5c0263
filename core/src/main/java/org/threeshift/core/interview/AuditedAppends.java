package org.threeshift.core.interview;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.audit.Deed;
import org.threeshift.core.audit.Trail;
import org.threeshift.core.interview.InterviewLog.Append;
import org.threeshift.core.interview.InterviewLog.Batch;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewEvent;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.Recorded;
import org.threeshift.core.interview.model.Refusal;
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
        Optional<Timekeeping> keeper = timekeeping.filter(_ -> changesTime(batch));
        return audited.isEmpty() && keeper.isEmpty()
                ? log.append(batch)
                : transactions.execute(transaction -> {
                    Append answer = log.append(batch);
                    Optional<Refusal> busy =
                            answer instanceof Append.Done && batch.after() instanceof Interview.Known now
                                    ? keeper.flatMap(its -> its.follow(new Timekeeping.Change(
                                            batch.interview(), batch.events(), batch.before(), now)))
                                    : Optional.empty();
                    if (busy.isPresent()) {
                        // Taken back with the transaction, which the caller of this may be in already.
                        transaction.setRollbackOnly();
                        return new Append.SomebodyBusy(busy.get());
                    }
                    if (answer instanceof Append.Done) {
                        audited.forEach(recorded -> add(recorded, batch.after()));
                    }
                    return answer;
                });
    }

    private static boolean changesTime(Batch batch) {
        return batch.before() instanceof Interview.Known before
                && batch.events().stream().anyMatch(recorded -> changesTime(recorded.event(), before));
    }

    private static boolean changesTime(InterviewEvent event, Interview.Known before) {
        return event instanceof InterviewEvent.Rescheduled
                || event instanceof InterviewEvent.Cancelled
                || event instanceof InterviewEvent.NoShowReported
                || event instanceof InterviewEvent.Finished
                || (event instanceof InterviewEvent.SeatGiven(var _, Seat seat) && seat == Seat.INTERVIEWER)
                || (event instanceof InterviewEvent.Joined(Seat seat)
                        && seat == Seat.CANDIDATE
                        && before.setup().candidate().isEmpty());
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
