package org.threeshift.core.interview.model;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Rung;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.rubric.Verdict;

/**
 * Something that happened in an interview. Who did it and when stand on the envelope, {@link Recorded}: a rating belongs to
 * the person who recorded it, so nobody can write on another's sheet.
 */
public sealed interface InterviewEvent {

    record Scheduled(
            Kind kind,
            List<PersonId> interviewers,
            Optional<PersonId> candidate,
            String invitee,
            Agenda agenda,
            Instant startsAt,
            ZoneId zone)
            implements InterviewEvent {
        public Scheduled {
            interviewers = List.copyOf(interviewers);
        }
    }

    record Rescheduled(Instant startsAt, ZoneId zone, String reason) implements InterviewEvent {}

    record Cancelled(String reason) implements InterviewEvent {}

    /** @param absent who did not come */
    record NoShowReported(Absent absent) implements InterviewEvent {}

    /** Somebody entered: the candidate (for the first time or again) or an interviewer. */
    record Joined(Seat seat) implements InterviewEvent {}

    record Started() implements InterviewEvent {}

    record QuestionPosed(String questionId) implements InterviewEvent {}

    record ProbeAsked(String questionId, Rung rung) implements InterviewEvent {}

    /** @param held whether the answer stood at the rung's height */
    record ProbeJudged(String questionId, Rung rung, boolean held) implements InterviewEvent {}

    record Rated(String questionId, Shift shift, Level level) implements InterviewEvent {}

    record TrapJudged(String questionId, String trapId, TrapJudgement judgement) implements InterviewEvent {}

    /** The answer to the open question reached the leader's side of a shift at this moment. */
    record HeightReached(String questionId, Shift shift) implements InterviewEvent {}

    record EvidenceNoted(EvidenceId evidenceId, String questionId, String text) implements InterviewEvent {}

    record EvidenceRevised(EvidenceId evidenceId, String text) implements InterviewEvent {}

    record EvidenceWithdrawn(EvidenceId evidenceId) implements InterviewEvent {}

    record QuestionClosed(String questionId) implements InterviewEvent {}

    record Finished() implements InterviewEvent {}

    record SheetLocked(Verdict verdict, String summary) implements InterviewEvent {}

    record SheetAmended(Amendment amendment, String reason) implements InterviewEvent {}

    record SelfScored(List<SelfRating> ratings) implements InterviewEvent {
        public SelfScored {
            ratings = List.copyOf(ratings);
        }
    }

    /** @param selfScoreWaived published although the candidate had not scored themselves */
    record Published(boolean selfScoreWaived) implements InterviewEvent {}

    /** Who did not come to an interview. */
    enum Absent {
        CANDIDATE,
        INTERVIEWER
    }

    /** On which chair somebody sits. */
    enum Seat {
        CANDIDATE,
        INTERVIEWER
    }
}
