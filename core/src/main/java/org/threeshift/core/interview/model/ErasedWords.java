package org.threeshift.core.interview.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.threeshift.core.people.PersonId;

/**
 * What is left of an interview's words once somebody is erased. What they wrote goes; where they were the candidate, what
 * everybody wrote goes, because all of it is about them. Levels, judgements, times and verdicts stay, so that nobody else's
 * numbers change. Why: docs/decisions/0018-erasing-a-person.md.
 */
public final class ErasedWords {
    /** What stands for words that are gone. The database knows it too: it lets nothing else take the place of words. */
    public static final String WORDS = "(erased)";
    /** What stands for the name of somebody who is gone. */
    public static final String NAME = "Someone who left";

    private ErasedWords() {}

    /** Whether what an actor wrote goes. */
    public static boolean goes(PersonId actor, Setup setup, PersonId erased) {
        return actor.equals(erased) || setup.isCandidate(erased);
    }

    /** What the invitee is called afterwards; absent when that word stays. */
    public static Optional<String> invitee(Setup setup, PersonId erased, boolean invited) {
        if (invited || setup.isCandidate(erased)) {
            return Optional.of(NAME);
        }
        return setup.host().equals(erased) ? Optional.of(WORDS) : Optional.empty();
    }

    /** An event without its words; everything else of it stays. An empty text stays empty. */
    public static InterviewEvent of(InterviewEvent event, String invitee) {
        return switch (event) {
            case InterviewEvent.Scheduled it ->
                new InterviewEvent.Scheduled(
                        it.kind(), it.interviewers(), it.candidate(), invitee, it.agenda(), it.startsAt(), it.zone());
            case InterviewEvent.Rescheduled(var startsAt, var zone, var reason) ->
                new InterviewEvent.Rescheduled(startsAt, zone, gone(reason));
            case InterviewEvent.Cancelled(var reason) -> new InterviewEvent.Cancelled(gone(reason));
            case InterviewEvent.MeetingLinkSet _ -> new InterviewEvent.MeetingLinkSet(Optional.empty());
            case InterviewEvent.EvidenceNoted(var id, var question, var text) ->
                new InterviewEvent.EvidenceNoted(id, question, gone(text));
            case InterviewEvent.EvidenceRevised(var id, var text) -> new InterviewEvent.EvidenceRevised(id, gone(text));
            case InterviewEvent.SheetLocked(var verdict, var summary) ->
                new InterviewEvent.SheetLocked(verdict, gone(summary));
            case InterviewEvent.SheetAmended(var amendment, var reason) ->
                new InterviewEvent.SheetAmended(of(amendment), gone(reason));
            case InterviewEvent.SentenceWorded(var sentence) -> new InterviewEvent.SentenceWorded(gone(sentence));
            case InterviewEvent.NoShowReported _,
                    InterviewEvent.SeatGiven _,
                    InterviewEvent.SeatWithdrawn _,
                    InterviewEvent.LeadPassed _,
                    InterviewEvent.Joined _,
                    InterviewEvent.Started _,
                    InterviewEvent.Paused _,
                    InterviewEvent.Resumed _,
                    InterviewEvent.QuestionPosed _,
                    InterviewEvent.QuestionSkipped _,
                    InterviewEvent.AgendaReordered _,
                    InterviewEvent.RoundChosen _,
                    InterviewEvent.QuestionAdded _,
                    InterviewEvent.ProbeAsked _,
                    InterviewEvent.ProbeJudged _,
                    InterviewEvent.Rated _,
                    InterviewEvent.TrapJudged _,
                    InterviewEvent.HeightReached _,
                    InterviewEvent.Undone _,
                    InterviewEvent.EvidenceWithdrawn _,
                    InterviewEvent.PromiseMarked _,
                    InterviewEvent.QuestionClosed _,
                    InterviewEvent.Finished _,
                    InterviewEvent.ScoringClosed _,
                    InterviewEvent.SelfScored _,
                    InterviewEvent.Published _,
                    InterviewEvent.DebriefOpened _,
                    InterviewEvent.DebriefMoved _,
                    InterviewEvent.SentenceConfirmed _,
                    InterviewEvent.DebriefEnded _,
                    InterviewEvent.PersonMerged _,
                    InterviewEvent.WordsErased _ -> event;
        };
    }

    static Amendment of(Amendment amendment) {
        return switch (amendment) {
            case Amendment.OfSummary(var summary) -> new Amendment.OfSummary(gone(summary));
            case Amendment.OfLevel _, Amendment.OfTrap _, Amendment.OfVerdict _ -> amendment;
        };
    }

    /** A state without the words: the same as the fold of the log that has lost them. */
    static Interview without(Interview.Known interview, InterviewEvent.WordsErased erased) {
        PersonId person = erased.person();
        Setup setup = interview.setup();
        boolean all = setup.isCandidate(person);
        boolean hosts = all || setup.host().equals(person);
        Setup left = setup.with(setup.seats()
                        .called(invitee(setup, person, erased.invited()).orElse(setup.invitee())))
                .with(setup.rendezvous().meetingAt(hosts ? Optional.empty() : setup.meetingLink()));
        return switch (interview) {
            case Interview.Scheduled now -> new Interview.Scheduled(left, now.here());
            case Interview.Cancelled now ->
                new Interview.Cancelled(
                        left,
                        now.noShow(),
                        all || now.by().equals(person) ? gone(now.reason()) : now.reason(),
                        now.by(),
                        now.at());
            case Interview.Live now ->
                new Interview.Live(left, now.course(), sheets(now, person, all), now.selfScore());
            case Interview.Debriefing now ->
                new Interview.Debriefing(
                        left,
                        now.course(),
                        sheets(now, person, all),
                        now.selfScore(),
                        now.finishedAt(),
                        now.scoringClosed());
            case Interview.Published now ->
                new Interview.Published(
                        left,
                        now.course(),
                        sheets(now, person, all),
                        now.selfScore(),
                        now.finishedAt(),
                        now.publishedAt(),
                        now.debrief().map(talk -> talk.withoutWords(writer -> all || writer.equals(person))));
        };
    }

    static String gone(String text) {
        return text.isEmpty() ? text : WORDS;
    }

    private static Map<PersonId, Sheet> sheets(Interview.Held held, PersonId person, boolean all) {
        var left = new HashMap<PersonId, Sheet>();
        held.sheets()
                .forEach((writer, sheet) ->
                        left.put(writer, all || writer.equals(person) ? sheet.withoutWords() : sheet));
        return Map.copyOf(left);
    }
}
