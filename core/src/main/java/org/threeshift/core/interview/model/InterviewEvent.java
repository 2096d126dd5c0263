package org.threeshift.core.interview.model;

import java.net.URI;
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

    /** Somebody was asked to score, to score for training, or to watch. */
    record SeatGiven(PersonId person, Seat seat) implements InterviewEvent {}

    /** A shadow or an observer was taken off again. */
    record SeatWithdrawn(PersonId person) implements InterviewEvent {}

    /** From now on this interviewer leads. */
    record LeadPassed(PersonId to) implements InterviewEvent {}

    /** @param link where the call takes place instead; absent for the call that is built in */
    record MeetingLinkSet(Optional<URI> link) implements InterviewEvent {}

    /** Somebody entered: the candidate (for the first time or again) or an interviewer. */
    record Joined(Seat seat) implements InterviewEvent {}

    record Started() implements InterviewEvent {}

    /** All clocks stand still. */
    record Paused() implements InterviewEvent {}

    record Resumed() implements InterviewEvent {}

    record QuestionPosed(String questionId) implements InterviewEvent {}

    /** The lead leaves it out; posing it after all brings it back. */
    record QuestionSkipped(String questionId) implements InterviewEvent {}

    /** @param questionIds the whole agenda in its new order */
    record AgendaReordered(List<String> questionIds) implements InterviewEvent {
        public AgendaReordered {
            questionIds = List.copyOf(questionIds);
        }
    }

    /** Another round, before it began. Whoever was to ask the old one has read its guide. */
    record RoundChosen(Agenda agenda) implements InterviewEvent {}

    /** A question of the same bank version joined the end of the agenda. */
    record QuestionAdded(AgendaItem item) implements InterviewEvent {}

    record ProbeAsked(String questionId, Rung rung) implements InterviewEvent {}

    /** @param held whether the answer stood at the rung's height */
    record ProbeJudged(String questionId, Rung rung, boolean held) implements InterviewEvent {}

    record Rated(String questionId, Shift shift, Level level) implements InterviewEvent {}

    record TrapJudged(String questionId, String trapId, TrapJudgement judgement) implements InterviewEvent {}

    /** The answer to the open question reached the leader's side of a shift at this moment. */
    record HeightReached(String questionId, Shift shift) implements InterviewEvent {}

    /** The person took back what they did last. */
    record Undone(Reversal reversal) implements InterviewEvent {}

    record EvidenceNoted(EvidenceId evidenceId, String questionId, String text) implements InterviewEvent {}

    record EvidenceRevised(EvidenceId evidenceId, String text) implements InterviewEvent {}

    record EvidenceWithdrawn(EvidenceId evidenceId) implements InterviewEvent {}

    /** @param promise whether the note holds a commitment of the candidate's, to be asked about another time; or not after all */
    record PromiseMarked(EvidenceId evidenceId, boolean promise) implements InterviewEvent {}

    record QuestionClosed(String questionId) implements InterviewEvent {}

    record Finished() implements InterviewEvent {}

    record SheetLocked(Verdict verdict, String summary) implements InterviewEvent {}

    record SheetAmended(Amendment amendment, String reason) implements InterviewEvent {}

    /** Sheets that are still drafts stay out of the scorecard for good. */
    record ScoringClosed() implements InterviewEvent {}

    record SelfScored(List<SelfRating> ratings) implements InterviewEvent {
        public SelfScored {
            ratings = List.copyOf(ratings);
        }
    }

    /** @param selfScoreWaived published although the candidate had not scored themselves */
    record Published(boolean selfScoreWaived) implements InterviewEvent {}

    /** @param gaps what there is to talk about, the widest first; none when everybody agreed */
    record DebriefOpened(List<Gap> gaps) implements InterviewEvent {
        public DebriefOpened {
            gaps = List.copyOf(gaps);
        }
    }

    /** @param step the gap's index from 0; the number of gaps for the joint sentence */
    record DebriefMoved(int step) implements InterviewEvent {}

    /** Somebody worded the joint sentence anew; whoever had confirmed the wording before has to confirm this one. */
    record SentenceWorded(String sentence) implements InterviewEvent {}

    /** @param wording which wording was confirmed, counted from 1 */
    record SentenceConfirmed(int wording) implements InterviewEvent {}

    /** @param candidateAbsent held among the interviewers alone */
    record DebriefEnded(boolean candidateAbsent) implements InterviewEvent {}

    /**
     * A guest was found to be somebody with an account: all that the guest did and was here is theirs from now on. Who the
     * guest was stays readable in the events before.
     */
    record PersonMerged(PersonId guest, PersonId account) implements InterviewEvent {}

    /**
     * Somebody was erased: their words, and where they were the candidate everybody's, are gone from the log, also from the
     * events before this one. {@link ErasedWords} says which.
     *
     * @param invited whether the invitee is called by a name of theirs although they never came
     */
    record WordsErased(PersonId person, boolean invited) implements InterviewEvent {}

    /** Who did not come to an interview. */
    enum Absent {
        CANDIDATE,
        INTERVIEWER
    }

    /** On which chair somebody sits. */
    enum Seat {
        CANDIDATE,
        /** Scores, and counts. */
        INTERVIEWER,
        /** Scores for training, and never counts. */
        SHADOW,
        /** Watches, and has no sheet. */
        OBSERVER
    }
}
