package org.threeshift.core.interview.model;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
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
        /**
         * Stands in the log where no person acted: the clock did, or nobody in particular. It has no right of its own but to call off as
         * agreed and to say who did not come. No account has this id.
         */
        public static final PersonId INSTALLATION = new PersonId(new UUID(0, 0));

        public By {
            at = at.truncatedTo(ChronoUnit.MICROS);
        }

        public static By installation(Instant at) {
            return new By(INSTALLATION, at);
        }

        boolean byInstallation() {
            return actor.equals(INSTALLATION);
        }
    }

    /** @param watchers shadows and observers */
    record Schedule(
            Kind kind,
            Set<PersonId> interviewers,
            Optional<PersonId> candidate,
            String invitee,
            Agenda agenda,
            Instant startsAt,
            ZoneId zone,
            Map<PersonId, Seat> watchers,
            Optional<URI> meetingLink)
            implements Command {
        public Schedule {
            startsAt = startsAt.truncatedTo(ChronoUnit.MICROS);
            watchers = Map.copyOf(watchers);
        }

        /** Without anybody who only watches or learns, and with the call that is built in. */
        public Schedule(
                Kind kind,
                Set<PersonId> interviewers,
                Optional<PersonId> candidate,
                String invitee,
                Agenda agenda,
                Instant startsAt,
                ZoneId zone) {
            this(kind, interviewers, candidate, invitee, agenda, startsAt, zone, Map.of(), Optional.empty());
        }
    }

    record Reschedule(Instant startsAt, ZoneId zone, String reason) implements Command {
        public Reschedule {
            startsAt = startsAt.truncatedTo(ChronoUnit.MICROS);
        }
    }

    record Cancel(String reason) implements Command {}

    /**
     * The host or the candidate moves it by rules that stand elsewhere, such as those by which it was booked. The service has
     * checked them.
     */
    record MoveAsAgreed(Instant startsAt, ZoneId zone, String reason) implements Command {
        public MoveAsAgreed {
            startsAt = startsAt.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /** The host, the candidate or the installation calls it off by such rules. The service has checked them. */
    record CallOffAsAgreed(String reason) implements Command {}

    record ReportNoShow(InterviewEvent.Absent absent) implements Command {}

    record Join(Seat seat) implements Command {}

    /**
     * The host asks somebody to score (a panel, before it starts), to score for training, or to watch. Another seat of a
     * watcher replaces the first.
     */
    record GiveSeat(PersonId person, Seat seat) implements Command {}

    /** The host takes a shadow or an observer off. */
    record WithdrawSeat(PersonId person) implements Command {}

    /** The lead or the host hands the lead over, or an interviewer takes it. */
    record PassLead(PersonId to) implements Command {}

    /** @param link https, where the call takes place instead; absent for the call that is built in */
    record SetMeetingLink(Optional<URI> link) implements Command {}

    record Start() implements Command {}

    record Pause() implements Command {}

    record Resume() implements Command {}

    record Pose(String questionId) implements Command {}

    record SkipQuestion(String questionId) implements Command {}

    /** @param questionIds the whole agenda in its new order */
    record ReorderAgenda(List<String> questionIds) implements Command {
        public ReorderAgenda {
            questionIds = List.copyOf(questionIds);
        }
    }

    /** Another round, by whoever leads, until it begins. The service has checked that they may hold it. */
    record ChooseRound(Agenda agenda) implements Command {}

    /** The service has checked that the item is of the interview's own bank version. */
    record AddQuestion(AgendaItem item) implements Command {}

    record AskProbe(String questionId, Rung rung) implements Command {}

    record JudgeProbe(String questionId, Rung rung, boolean held) implements Command {}

    record Rate(String questionId, Shift shift, Level level) implements Command {}

    record JudgeTrap(String questionId, String trapId, TrapJudgement judgement) implements Command {}

    record MarkHeight(String questionId, Shift shift) implements Command {}

    /** Takes back the person's own last level, trap judgement, probe, judgement of a probe, or height. */
    record Undo() implements Command {}

    record NoteEvidence(EvidenceId evidenceId, String questionId, String text) implements Command {}

    record ReviseEvidence(EvidenceId evidenceId, String text) implements Command {}

    record WithdrawEvidence(EvidenceId evidenceId) implements Command {}

    /** @param promise whether the note holds a commitment of the candidate's */
    record MarkPromise(EvidenceId evidenceId, boolean promise) implements Command {}

    record CloseQuestion(String questionId) implements Command {}

    record Finish() implements Command {}

    record LockSheet(Verdict verdict, String summary) implements Command {}

    record Amend(Amendment amendment, String reason) implements Command {}

    /** The host goes on without the sheets that are still drafts. */
    record CloseScoring() implements Command {}

    record SelfScore(List<SelfRating> ratings) implements Command {}

    /** @param withoutSelfScore the host publishes although the candidate has not scored themselves */
    record Publish(boolean withoutSelfScore) implements Command {}

    /**
     * Publishes, unless that is done, and begins to talk about the gaps.
     *
     * @param withoutSelfScore as for {@link Publish}
     */
    record OpenDebrief(boolean withoutSelfScore) implements Command {}

    /** @param step the gap's index from 0; the number of gaps for the joint sentence */
    record MoveDebrief(int step) implements Command {}

    record WordSentence(String sentence) implements Command {}

    /** @param wording which wording the person read, counted from 1 */
    record ConfirmSentence(int wording) implements Command {}

    /** @param candidateAbsent held among the interviewers alone */
    record EndDebrief(boolean candidateAbsent) implements Command {}

    /** An admin has found that the guest is the person with the account. The service has checked the admin. */
    record MergePerson(PersonId guest, PersonId account) implements Command {}
}
