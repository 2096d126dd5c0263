package org.threeshift.core.interview.model;

import static org.threeshift.core.interview.model.Rehearsal.CANDIDATE;
import static org.threeshift.core.interview.model.Rehearsal.HOST;
import static org.threeshift.core.interview.model.Rehearsal.OBSERVER;
import static org.threeshift.core.interview.model.Rehearsal.SECOND;
import static org.threeshift.core.interview.model.Rehearsal.SHADOW;
import static org.threeshift.core.interview.model.Rehearsal.STRANGER;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.Refusal.Code;
import org.threeshift.core.interview.model.RefusalTest.Refused;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Rung;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.Verdict;

/** Who is refused what about seats, the lead, the agenda, and the debrief. */
final class LaterRefusals {
    private LaterRefusals() {}

    static Stream<Refused> all() {
        return Stream.of(seats(), leads(), steers(), watches(), closes(), talks())
                .flatMap(some -> some);
    }

    private static Stream<Refused> seats() {
        return Stream.of(
                no(
                        "another interviewer seats",
                        Rehearsal.scheduled(),
                        SECOND,
                        give(SHADOW, Seat.SHADOW),
                        Code.ONLY_HOST),
                no(
                        "a candidate by decree",
                        Rehearsal.invited(),
                        HOST,
                        give(STRANGER, Seat.CANDIDATE),
                        Code.CHAIR_BY_INVITATION),
                no(
                        "the candidate watches",
                        Rehearsal.scheduled(),
                        HOST,
                        give(CANDIDATE, Seat.OBSERVER),
                        Code.CANDIDATE_IS_INTERVIEWER),
                no(
                        "an interviewer becomes a shadow",
                        Rehearsal.scheduled(),
                        HOST,
                        give(SECOND, Seat.SHADOW),
                        Code.INTERVIEWER_STAYS),
                no(
                        "an interviewer is taken off",
                        Rehearsal.scheduled(),
                        HOST,
                        new Command.WithdrawSeat(SECOND),
                        Code.INTERVIEWER_STAYS),
                no(
                        "another interviewer takes a shadow off",
                        Rehearsal.watched(),
                        SECOND,
                        new Command.WithdrawSeat(SHADOW),
                        Code.ONLY_HOST),
                no(
                        "whoever comes late scores",
                        Rehearsal.started(),
                        HOST,
                        give(STRANGER, Seat.INTERVIEWER),
                        Code.ALREADY_STARTED),
                no("a full gallery", full(), HOST, give(STRANGER, Seat.OBSERVER), Code.TOO_MANY_WATCHERS),
                no("one seat too many", Rehearsal.unscheduled(), HOST, watchedBy(crowd(9)), Code.TOO_MANY_WATCHERS),
                no(
                        "an interviewer who shadows",
                        Rehearsal.unscheduled(),
                        HOST,
                        watchedBy(Map.of(SECOND, Seat.SHADOW)),
                        Code.ONE_SEAT_EACH),
                no(
                        "a watcher who scores",
                        Rehearsal.unscheduled(),
                        HOST,
                        watchedBy(Map.of(SHADOW, Seat.INTERVIEWER)),
                        Code.ONE_SEAT_EACH),
                no(
                        "a candidate who watches themselves",
                        Rehearsal.unscheduled(),
                        HOST,
                        watchedBy(Map.of(CANDIDATE, Seat.OBSERVER)),
                        Code.CANDIDATE_IS_INTERVIEWER),
                no(
                        "the call in the open",
                        Rehearsal.scheduled(),
                        HOST,
                        meet("http://meet.example.org/x"),
                        Code.LINK_NOT_HTTPS),
                no(
                        "a script for a call",
                        Rehearsal.scheduled(),
                        HOST,
                        meet("javascript:alert(1)"),
                        Code.LINK_NOT_HTTPS),
                no(
                        "a password in a link",
                        Rehearsal.scheduled(),
                        HOST,
                        meet("https://a:b@example.org"),
                        Code.LINK_NOT_HTTPS),
                no(
                        "another moves the call",
                        Rehearsal.scheduled(),
                        SECOND,
                        meet("https://example.org/x"),
                        Code.ONLY_HOST));
    }

    private static Stream<Refused> leads() {
        return Stream.of(
                no("a panel member poses", Rehearsal.started(), SECOND, new Command.Pose("budget"), Code.ONLY_LEAD),
                no("a panel member starts", Rehearsal.scheduled(), SECOND, new Command.Start(), Code.ONLY_LEAD),
                no("a panel member ends it", Rehearsal.posed(), SECOND, new Command.Finish(), Code.ONLY_LEAD),
                no("a panel member pauses", Rehearsal.posed(), SECOND, new Command.Pause(), Code.ONLY_LEAD),
                no(
                        "a host who handed over",
                        Rehearsal.posed().does(HOST, new Command.PassLead(SECOND)),
                        HOST,
                        new Command.CloseQuestion("budget"),
                        Code.ONLY_LEAD),
                no("a shadow leads", Rehearsal.watched(), HOST, new Command.PassLead(SHADOW), Code.LEAD_MUST_SCORE),
                no(
                        "a shadow takes it",
                        Rehearsal.watched(),
                        SHADOW,
                        new Command.PassLead(SHADOW),
                        Code.ONLY_INTERVIEWER),
                no("a member names another", panelOfThree(), SECOND, new Command.PassLead(STRANGER), Code.ONLY_LEAD),
                no("it is over", Rehearsal.over(), HOST, new Command.PassLead(SECOND), Code.OVER));
    }

    private static Stream<Refused> steers() {
        return Stream.of(
                no(
                        "what was asked is left out",
                        Rehearsal.posed(),
                        HOST,
                        new Command.SkipQuestion("budget"),
                        Code.ALREADY_POSED),
                no(
                        "what is not there is left out",
                        Rehearsal.posed(),
                        HOST,
                        new Command.SkipQuestion("weather"),
                        Code.UNKNOWN_QUESTION),
                no("half an order", Rehearsal.posed(), HOST, order("hire"), Code.ORDER_INCOMPLETE),
                no("one question twice", Rehearsal.posed(), HOST, order("hire", "hire"), Code.ORDER_INCOMPLETE),
                no(
                        "what is there already",
                        Rehearsal.scheduled(),
                        HOST,
                        new Command.AddQuestion(Rehearsal.AGENDA.items().getFirst()),
                        Code.ON_AGENDA),
                no("a question too many", longAgenda(), HOST, new Command.AddQuestion(item(99)), Code.AGENDA_FULL),
                no(
                        "another round once it began",
                        Rehearsal.started(),
                        HOST,
                        new Command.ChooseRound(Rehearsal.OTHER),
                        Code.ALREADY_STARTED),
                no(
                        "a round by somebody who does not ask",
                        Rehearsal.scheduled(),
                        Rehearsal.CANDIDATE,
                        new Command.ChooseRound(Rehearsal.OTHER),
                        Code.ONLY_INTERVIEWER),
                no(
                        "a round of nothing",
                        Rehearsal.scheduled(),
                        HOST,
                        new Command.ChooseRound(new Agenda("bank", 1, "none", "None", 20, List.of())),
                        Code.AGENDA_EMPTY),
                no("nothing was done", Rehearsal.posed(), HOST, new Command.Undo(), Code.NOTHING_TO_UNDO),
                no("it is locked", Rehearsal.locked(), HOST, new Command.Undo(), Code.SHEET_LOCKED));
    }

    private static Stream<Refused> watches() {
        Rehearsal posed = Rehearsal.watched().does(HOST, new Command.Start(), new Command.Pose("budget"));
        var rate = new Command.Rate("budget", Shift.TEAM, Level.TWO);
        var probe = new Command.AskProbe("budget", Rung.MANAGER);
        return Stream.of(
                no("an observer rates", posed, OBSERVER, rate, Code.ONLY_INTERVIEWER),
                no("an observer poses", posed, OBSERVER, new Command.Pose("hire"), Code.ONLY_INTERVIEWER),
                no("a shadow asks", posed, SHADOW, probe, Code.ONLY_INTERVIEWER),
                no(
                        "a shadow sits down to count",
                        posed,
                        SHADOW,
                        new Command.Join(Seat.INTERVIEWER),
                        Code.ONLY_INTERVIEWER));
    }

    private static Stream<Refused> closes() {
        var close = new Command.CloseScoring();
        var lock = new Command.LockSheet(Verdict.YES, "Good.");
        return Stream.of(
                no("another closes", Rehearsal.over(), SECOND, close, Code.ONLY_HOST),
                no("the host has not locked", Rehearsal.over(), HOST, close, Code.OWN_SHEET_OPEN),
                no("too early", Rehearsal.posed(), HOST, close, Code.NOT_OVER),
                no("too late", Rehearsal.over().does(HOST, lock, close), SECOND, lock, Code.SCORING_CLOSED),
                no(
                        "a level too late",
                        Rehearsal.over().does(HOST, lock, close),
                        SECOND,
                        new Command.Rate("budget", Shift.TEAM, Level.TWO),
                        Code.SCORING_CLOSED));
    }

    private static Stream<Refused> talks() {
        var open = new Command.OpenDebrief(false);
        var word = new Command.WordSentence("Ask for the team first.");
        return Stream.of(
                no("another opens", Rehearsal.locked(), SECOND, open, Code.ONLY_HOST),
                no("a sheet is open", Rehearsal.over().does(HOST, lock()), HOST, open, Code.SHEETS_OPEN),
                no("no self-score", Rehearsal.locked(), HOST, open, Code.SELF_SCORE_MISSING),
                no("nothing to talk about yet", Rehearsal.locked(), HOST, word, Code.NO_DEBRIEF),
                no("nobody opened it", Rehearsal.published(), CANDIDATE, word, Code.NO_DEBRIEF),
                no(
                        "the candidate walks",
                        Rehearsal.talking(),
                        CANDIDATE,
                        new Command.MoveDebrief(1),
                        Code.ONLY_INTERVIEWER),
                no("a step too far", Rehearsal.talking(), HOST, new Command.MoveDebrief(9), Code.NO_SUCH_GAP),
                no("no words", Rehearsal.talking(), CANDIDATE, new Command.WordSentence(" "), Code.SENTENCE_MISSING),
                no(
                        "a speech",
                        Rehearsal.talking(),
                        CANDIDATE,
                        new Command.WordSentence("x".repeat(301)),
                        Code.TOO_LONG),
                no(
                        "nothing to confirm",
                        Rehearsal.talking(),
                        HOST,
                        new Command.ConfirmSentence(1),
                        Code.SENTENCE_MISSING),
                no(
                        "an old wording",
                        Rehearsal.talking().does(CANDIDATE, word).does(HOST, new Command.WordSentence("Better.")),
                        CANDIDATE,
                        new Command.ConfirmSentence(1),
                        Code.WORDING_CHANGED),
                no(
                        "the candidate who worded is called absent",
                        Rehearsal.talking().does(CANDIDATE, word),
                        HOST,
                        new Command.EndDebrief(true),
                        Code.CANDIDATE_TOOK_PART),
                no("a shadow words", watchedTalk(), SHADOW, word, Code.ONLY_THE_TWO_SIDES),
                no(
                        "it is over",
                        Rehearsal.talking().does(HOST, new Command.EndDebrief(true)),
                        HOST,
                        word,
                        Code.DEBRIEF_OVER));
    }

    private static Rehearsal watchedTalk() {
        return Rehearsal.scored(
                        Rehearsal.watched().does(HOST, new Command.Start(), new Command.Pose("budget")),
                        HOST,
                        Rehearsal.HOSTS_NOTE)
                .does(HOST, new Command.Finish(), lock(), new Command.CloseScoring(), new Command.OpenDebrief(true));
    }

    private static Rehearsal full() {
        return Rehearsal.unscheduled().does(HOST, watchedBy(crowd(Limits.WATCHERS)));
    }

    private static Rehearsal panelOfThree() {
        return Rehearsal.scheduled().does(HOST, give(STRANGER, Seat.INTERVIEWER));
    }

    private static Rehearsal longAgenda() {
        Rehearsal scheduled = Rehearsal.scheduled();
        for (int number = 2; number < Limits.AGENDA_ITEMS; number++) {
            scheduled.does(HOST, new Command.AddQuestion(item(number)));
        }
        return scheduled;
    }

    private static AgendaItem item(int number) {
        return new AgendaItem("question-" + number, "Question " + number, List.of(Shift.TEAM), List.of(), 5);
    }

    private static Command lock() {
        return new Command.LockSheet(Verdict.YES, "Good.");
    }

    private static Command order(String... questions) {
        return new Command.ReorderAgenda(List.of(questions));
    }

    private static Command give(PersonId person, Seat seat) {
        return new Command.GiveSeat(person, seat);
    }

    private static Command meet(String link) {
        return new Command.SetMeetingLink(Optional.of(URI.create(link)));
    }

    private static Map<PersonId, Seat> crowd(int size) {
        return IntStream.range(0, size)
                .mapToObj(index -> new PersonId(new UUID(8, index)))
                .collect(Collectors.toMap(person -> person, _ -> Seat.OBSERVER));
    }

    private static Command watchedBy(Map<PersonId, Seat> watchers) {
        return new Command.Schedule(
                Kind.PANEL,
                Set.of(HOST, SECOND),
                Optional.of(CANDIDATE),
                "Ada",
                Rehearsal.AGENDA,
                Rehearsal.START,
                ZoneId.of("Europe/Berlin"),
                watchers,
                Optional.empty());
    }

    private static Refused no(String who, Rehearsal where, PersonId actor, Command command, Code code) {
        return new Refused(who, where, actor, command, code);
    }
}
