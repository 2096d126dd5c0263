package org.threeshift.core.interview.model;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Rung;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.rubric.Verdict;

/** What somebody wants to happen. Who and when come beside it, in {@link By}. */
public sealed interface Command {

    /** @param at the moment, from the service's clock, cut to the microseconds that the log keeps */
    record By(PersonId actor, Instant at) {
        public By {
            at = at.truncatedTo(ChronoUnit.MICROS);
        }
    }

    record Schedule(
            Kind kind,
            Set<PersonId> interviewers,
            Optional<PersonId> candidate,
            String invitee,
            Agenda agenda,
            Instant startsAt,
            ZoneId zone)
            implements Command {
        public Schedule {
            startsAt = startsAt.truncatedTo(ChronoUnit.MICROS);
        }
    }

    record Reschedule(Instant startsAt, ZoneId zone, String reason) implements Command {
        public Reschedule {
            startsAt = startsAt.truncatedTo(ChronoUnit.MICROS);
        }
    }

    record Cancel(String reason) implements Command {}

    record ReportNoShow(InterviewEvent.Absent absent) implements Command {}

    record Join(InterviewEvent.Seat seat) implements Command {}

    record Start() implements Command {}

    record Pose(String questionId) implements Command {}

    record AskProbe(String questionId, Rung rung) implements Command {}

    record JudgeProbe(String questionId, Rung rung, boolean held) implements Command {}

    record Rate(String questionId, Shift shift, Level level) implements Command {}

    record JudgeTrap(String questionId, String trapId, TrapJudgement judgement) implements Command {}

    record MarkHeight(String questionId, Shift shift) implements Command {}

    record NoteEvidence(EvidenceId evidenceId, String questionId, String text) implements Command {}

    record ReviseEvidence(EvidenceId evidenceId, String text) implements Command {}

    record WithdrawEvidence(EvidenceId evidenceId) implements Command {}

    record CloseQuestion(String questionId) implements Command {}

    record Finish() implements Command {}

    record LockSheet(Verdict verdict, String summary) implements Command {}

    record Amend(Amendment amendment, String reason) implements Command {}

    record SelfScore(List<SelfRating> ratings) implements Command {}

    /** @param withoutSelfScore the host publishes although the candidate has not scored themselves */
    record Publish(boolean withoutSelfScore) implements Command {}
}
