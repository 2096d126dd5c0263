package org.threeshift.core.interview.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threeshift.core.interview.model.Rehearsal.CANDIDATE;
import static org.threeshift.core.interview.model.Rehearsal.HOST;
import static org.threeshift.core.interview.model.Rehearsal.SECOND;
import static org.threeshift.core.interview.model.Rehearsal.STRANGER;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.threeshift.core.interview.model.InterviewEvent.Absent;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.Refusal.Code;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Rung;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.rubric.Verdict;

/** Every refusal, by somebody who gets it. */
class RefusalTest {
    /** Given by the services around the model. */
    private static final Set<Code> FROM_SERVICES = EnumSet.of(
            Code.STALE,
            Code.ONLY_COACH_LEADS,
            Code.SEEN_IN_EXCHANGE,
            Code.YET_TO_BE_ASKED,
            Code.ROUND_UNKNOWN,
            Code.PERSON_UNKNOWN,
            Code.SOMEBODY_BUSY,
            Code.YOURSELF_BUSY,
            Code.HOUR_OF_PAIR,
            Code.HOUR_BOOKED,
            Code.HOUR_OF_EVENT,
            Code.HOUR_HAS_COME,
            Code.NOTES_BEGUN);

    private static final Command.Start START = new Command.Start();
    private static final Command.Finish FINISH = new Command.Finish();
    private static final Command.Rate RATE = new Command.Rate("budget", Shift.STRATEGY, Level.TWO);
    private static final Command.LockSheet LOCK = new Command.LockSheet(Verdict.YES, "Good.");
    private static final Command.Publish PUBLISH = new Command.Publish(false);
    private static final Command.Cancel CANCEL = new Command.Cancel("Ill.");
    private static final EvidenceId UNKNOWN_NOTE = new EvidenceId(new UUID(7, 7));
    private static final String LONG = "x".repeat(2_001);

    record Refused(String who, Rehearsal where, PersonId actor, Command command, Code code) {
        @Override
        public String toString() {
            return who + ": " + code;
        }
    }

    static Stream<Refused> refusals() {
        return Stream.of(
                        before(),
                        turnsUp(),
                        called(),
                        conducts(),
                        scores(),
                        reveals(),
                        LaterRefusals.all(),
                        onceItIsOver(Rehearsal::over, Code.OVER),
                        onceItIsOver(Rehearsal::published, Code.PUBLISHED),
                        onceItIsOver(Rehearsal::cancelled, Code.CANCELLED))
                .flatMap(some -> some);
    }

    private static Stream<Refused> before() {
        return Stream.of(
                no("somebody acts on what was never set up", Rehearsal.unscheduled(), HOST, START, Code.NOT_SCHEDULED),
                no(
                        "the host sets it up twice",
                        Rehearsal.scheduled(),
                        HOST,
                        Rehearsal.schedule(),
                        Code.ALREADY_SCHEDULED),
                no(
                        "a host who does not interview",
                        Rehearsal.unscheduled(),
                        STRANGER,
                        Rehearsal.schedule(),
                        Code.HOST_DOES_NOT_INTERVIEW),
                sets(
                        "the candidate interviews too",
                        Kind.PANEL,
                        people(HOST, CANDIDATE),
                        Code.CANDIDATE_IS_INTERVIEWER),
                sets("a panel of one", Kind.PANEL, people(HOST), Code.PANEL_NEEDS_TWO),
                sets(
                        "a coach and a helper who call it coach-led",
                        Kind.COACH_LED,
                        people(HOST, SECOND),
                        Code.PANEL_TOO_LARGE),
                sets("a panel of nine", Kind.PANEL, crowd(Limits.INTERVIEWERS + 1), Code.PANEL_TOO_LARGE),
                sets(
                        "nobody invited",
                        Kind.PEER,
                        people(HOST),
                        " ",
                        Rehearsal.AGENDA,
                        Rehearsal.START,
                        Code.INVITEE_MISSING),
                sets(
                        "an endless name",
                        Kind.PEER,
                        people(HOST),
                        LONG,
                        Rehearsal.AGENDA,
                        Rehearsal.START,
                        Code.TOO_LONG),
                sets(
                        "an empty round",
                        Kind.PEER,
                        people(HOST),
                        "Ada",
                        emptyAgenda(),
                        Rehearsal.START,
                        Code.AGENDA_EMPTY),
                sets(
                        "a time gone by",
                        Kind.PEER,
                        people(HOST),
                        "Ada",
                        Rehearsal.AGENDA,
                        Rehearsal.START.minus(Duration.ofMinutes(11)),
                        Code.TIME_PASSED),
                sets(
                        "a time in two years",
                        Kind.PEER,
                        people(HOST),
                        "Ada",
                        Rehearsal.AGENDA,
                        Rehearsal.START.plus(Duration.ofDays(367)),
                        Code.TIME_TOO_FAR),
                no(
                        "another interviewer moves it",
                        Rehearsal.scheduled(),
                        SECOND,
                        reschedule(Rehearsal.START, "Ill."),
                        Code.ONLY_HOST),
                no(
                        "the host moves it without a reason",
                        Rehearsal.scheduled(),
                        HOST,
                        reschedule(Rehearsal.START, " \n"),
                        Code.REASON_MISSING),
                no(
                        "the host moves it with a novel",
                        Rehearsal.scheduled(),
                        HOST,
                        reschedule(Rehearsal.START, LONG),
                        Code.TOO_LONG),
                no(
                        "the host moves it to the past",
                        Rehearsal.scheduled(),
                        HOST,
                        reschedule(Instant.EPOCH, "Ill."),
                        Code.TIME_PASSED),
                no(
                        "the host moves what runs",
                        Rehearsal.started(),
                        HOST,
                        reschedule(Rehearsal.START, "Ill."),
                        Code.ALREADY_STARTED));
    }

    private static Rehearsal tomorrow() {
        return Rehearsal.scheduled().does(HOST, reschedule(Rehearsal.START.plus(Duration.ofDays(1)), "Ill."));
    }

    private static Stream<Refused> turnsUp() {
        Rehearsal hour = Rehearsal.scheduled().later(Limits.NO_SHOW_AFTER);
        return Stream.of(
                no("a stranger", Rehearsal.scheduled(), STRANGER, START, Code.NOT_FOUND),
                no(
                        "a stranger on the interviewer's chair",
                        Rehearsal.scheduled(),
                        STRANGER,
                        new Command.Join(Seat.INTERVIEWER),
                        Code.NOT_FOUND),
                no(
                        "the candidate on the interviewer's chair",
                        Rehearsal.scheduled(),
                        CANDIDATE,
                        new Command.Join(Seat.INTERVIEWER),
                        Code.ONLY_INTERVIEWER),
                no(
                        "an interviewer on the candidate's chair",
                        Rehearsal.invited(),
                        SECOND,
                        new Command.Join(Seat.CANDIDATE),
                        Code.CANDIDATE_IS_INTERVIEWER),
                no(
                        "an admin who takes two of one interview for one",
                        Rehearsal.scheduled(),
                        STRANGER,
                        new Command.MergePerson(CANDIDATE, HOST),
                        Code.BOTH_HAVE_A_PART),
                no(
                        "a second candidate",
                        Rehearsal.scheduled(),
                        STRANGER,
                        new Command.Join(Seat.CANDIDATE),
                        Code.CHAIR_TAKEN),
                no(
                        "a candidate who comes to what was called off",
                        Rehearsal.invited().does(HOST, CANCEL),
                        STRANGER,
                        new Command.Join(Seat.CANDIDATE),
                        Code.CANCELLED),
                no(
                        "a candidate who comes after the scorecard",
                        uninvited(),
                        STRANGER,
                        new Command.Join(Seat.CANDIDATE),
                        Code.PUBLISHED),
                no(
                        "the candidate a day early",
                        tomorrow(),
                        CANDIDATE,
                        new Command.Join(Seat.CANDIDATE),
                        Code.TOO_EARLY_TO_JOIN),
                no("the host who starts a day early", tomorrow(), HOST, START, Code.TOO_EARLY_TO_START),
                no(
                        "the host a moment before ten minutes have passed",
                        Rehearsal.scheduled().later(Duration.ofMinutes(10).minusMillis(1)),
                        HOST,
                        absent(Absent.CANDIDATE),
                        Code.TOO_EARLY_FOR_NO_SHOW),
                no(
                        "the host about a candidate who waits",
                        Rehearsal.scheduled()
                                .does(CANDIDATE, new Command.Join(Seat.CANDIDATE))
                                .later(Limits.NO_SHOW_AFTER),
                        HOST,
                        absent(Absent.CANDIDATE),
                        Code.NOT_ABSENT),
                no(
                        "the candidate about an interviewer who waits",
                        Rehearsal.scheduled()
                                .does(HOST, new Command.Join(Seat.INTERVIEWER))
                                .later(Limits.NO_SHOW_AFTER),
                        CANDIDATE,
                        absent(Absent.INTERVIEWER),
                        Code.NOT_ABSENT),
                no("the candidate about themselves", hour, CANDIDATE, absent(Absent.CANDIDATE), Code.ONLY_INTERVIEWER),
                no("an interviewer about themselves", hour, HOST, absent(Absent.INTERVIEWER), Code.ONLY_CANDIDATE),
                no(
                        "the host about somebody while it runs",
                        Rehearsal.started(),
                        HOST,
                        absent(Absent.CANDIDATE),
                        Code.ALREADY_STARTED));
    }

    private static Stream<Refused> called() {
        return Stream.of(
                no("the candidate calls it off", Rehearsal.scheduled(), CANDIDATE, CANCEL, Code.ONLY_HOST),
                no(
                        "the host calls it off without a word",
                        Rehearsal.scheduled(),
                        HOST,
                        new Command.Cancel(""),
                        Code.REASON_MISSING),
                no("the host calls it off after a question", Rehearsal.posed(), HOST, CANCEL, Code.UNDER_WAY),
                no(
                        "another interviewer calls it off as was agreed",
                        Rehearsal.scheduled(),
                        SECOND,
                        new Command.CallOffAsAgreed("Ill."),
                        Code.ONLY_HOST),
                no(
                        "the candidate calls off as was agreed what began",
                        Rehearsal.started(),
                        CANDIDATE,
                        new Command.CallOffAsAgreed("Ill."),
                        Code.ALREADY_STARTED),
                no(
                        "another interviewer moves it as was agreed",
                        Rehearsal.scheduled(),
                        SECOND,
                        new Command.MoveAsAgreed(Rehearsal.START, Rehearsal.BERLIN, "Ill."),
                        Code.ONLY_HOST),
                no(
                        "the candidate moves it as was agreed without a word",
                        Rehearsal.scheduled(),
                        CANDIDATE,
                        new Command.MoveAsAgreed(Rehearsal.START, Rehearsal.BERLIN, " "),
                        Code.REASON_MISSING));
    }

    private static Stream<Refused> conducts() {
        Rehearsal closed = Rehearsal.posed().does(HOST, new Command.CloseQuestion("budget"));
        return Stream.of(
                no("the candidate starts", Rehearsal.scheduled(), CANDIDATE, START, Code.ONLY_INTERVIEWER),
                no(
                        "the candidate poses",
                        Rehearsal.started(),
                        CANDIDATE,
                        new Command.Pose("budget"),
                        Code.ONLY_INTERVIEWER),
                no(
                        "an interviewer poses before the start",
                        Rehearsal.scheduled(),
                        HOST,
                        new Command.Pose("budget"),
                        Code.NOT_STARTED),
                no(
                        "an interviewer poses what is not on the agenda",
                        Rehearsal.started(),
                        HOST,
                        new Command.Pose("weather"),
                        Code.UNKNOWN_QUESTION),
                no(
                        "an interviewer probes what is not on the agenda",
                        Rehearsal.posed(),
                        HOST,
                        new Command.AskProbe("weather", Rung.MANAGER),
                        Code.UNKNOWN_QUESTION),
                no(
                        "an interviewer probes what was not posed",
                        Rehearsal.posed(),
                        HOST,
                        new Command.AskProbe("hire", Rung.MANAGER),
                        Code.NOT_POSED),
                no(
                        "an interviewer probes what is off the table",
                        closed,
                        HOST,
                        new Command.AskProbe("budget", Rung.MANAGER),
                        Code.NOT_OPEN),
                no(
                        "an interviewer judges a probe that nobody asked",
                        Rehearsal.posed(),
                        HOST,
                        new Command.JudgeProbe("budget", Rung.MANAGER, true),
                        Code.PROBE_NOT_ASKED),
                no(
                        "an interviewer judges a probe that another one asked",
                        Rehearsal.posed().does(HOST, new Command.AskProbe("budget", Rung.MANAGER)),
                        SECOND,
                        new Command.JudgeProbe("budget", Rung.MANAGER, true),
                        Code.PROBE_NOT_YOURS),
                no(
                        "an interviewer marks a height that is not probed",
                        Rehearsal.posed(),
                        HOST,
                        new Command.MarkHeight("budget", Shift.ACCOUNTABILITY),
                        Code.SHIFT_NOT_PROBED),
                no(
                        "an interviewer finishes before any question",
                        Rehearsal.started(),
                        HOST,
                        FINISH,
                        Code.NOTHING_POSED));
    }

    private static Stream<Refused> scores() {
        return Stream.of(
                no("the candidate rates", Rehearsal.posed(), CANDIDATE, RATE, Code.ONLY_INTERVIEWER),
                no("an interviewer rates before the start", Rehearsal.scheduled(), HOST, RATE, Code.NOT_STARTED),
                no("an interviewer rates what was not posed", Rehearsal.started(), HOST, RATE, Code.NOT_POSED),
                no(
                        "an interviewer rates what is not on the agenda",
                        Rehearsal.posed(),
                        HOST,
                        new Command.Rate("weather", Shift.TEAM, Level.ONE),
                        Code.UNKNOWN_QUESTION),
                no(
                        "an interviewer rates a shift that is not probed",
                        Rehearsal.posed(),
                        HOST,
                        new Command.Rate("budget", Shift.ACCOUNTABILITY, Level.ONE),
                        Code.SHIFT_NOT_PROBED),
                no(
                        "an interviewer judges a trap that is not set",
                        Rehearsal.posed(),
                        HOST,
                        new Command.JudgeTrap("budget", "pit", TrapJudgement.FELL),
                        Code.UNKNOWN_TRAP),
                no(
                        "an interviewer notes nothing",
                        Rehearsal.posed(),
                        HOST,
                        new Command.NoteEvidence(UNKNOWN_NOTE, "budget", " "),
                        Code.EVIDENCE_EMPTY),
                no(
                        "an interviewer notes a novel",
                        Rehearsal.posed(),
                        HOST,
                        new Command.NoteEvidence(UNKNOWN_NOTE, "budget", LONG),
                        Code.TOO_LONG),
                no(
                        "an interviewer notes twice",
                        Rehearsal.over(),
                        HOST,
                        new Command.NoteEvidence(Rehearsal.HOSTS_NOTE, "budget", "Again."),
                        Code.EVIDENCE_EXISTS),
                no(
                        "an interviewer empties a note",
                        Rehearsal.over(),
                        HOST,
                        new Command.ReviseEvidence(Rehearsal.HOSTS_NOTE, ""),
                        Code.EVIDENCE_EMPTY),
                no(
                        "an interviewer revises another's note",
                        Rehearsal.over(),
                        SECOND,
                        new Command.ReviseEvidence(Rehearsal.HOSTS_NOTE, "Mine."),
                        Code.EVIDENCE_UNKNOWN),
                no(
                        "an interviewer withdraws another's note",
                        Rehearsal.over(),
                        SECOND,
                        new Command.WithdrawEvidence(Rehearsal.HOSTS_NOTE),
                        Code.EVIDENCE_UNKNOWN),
                no("an interviewer rates on a locked sheet", Rehearsal.locked(), HOST, RATE, Code.SHEET_LOCKED));
    }

    private static Stream<Refused> reveals() {
        return Stream.of(
                no("the candidate locks", Rehearsal.over(), CANDIDATE, LOCK, Code.ONLY_INTERVIEWER),
                no("an interviewer locks before the start", Rehearsal.scheduled(), HOST, LOCK, Code.NOT_STARTED),
                no("an interviewer locks while it runs", Rehearsal.posed(), HOST, LOCK, Code.NOT_OVER),
                no("an interviewer locks a blank sheet", Rehearsal.over(), SECOND, LOCK, Code.SHEET_INCOMPLETE),
                no(
                        "an interviewer locks without a summary",
                        Rehearsal.over(),
                        HOST,
                        new Command.LockSheet(Verdict.NO, ""),
                        Code.SUMMARY_MISSING),
                no("an interviewer locks twice", Rehearsal.locked(), HOST, LOCK, Code.SHEET_LOCKED),
                no(
                        "the candidate amends",
                        Rehearsal.locked(),
                        CANDIDATE,
                        amend(new Amendment.OfVerdict(Verdict.YES)),
                        Code.ONLY_INTERVIEWER),
                no(
                        "an interviewer amends before the start",
                        Rehearsal.scheduled(),
                        HOST,
                        amend(new Amendment.OfVerdict(Verdict.YES)),
                        Code.NOT_STARTED),
                no(
                        "an interviewer amends an open sheet",
                        Rehearsal.over(),
                        HOST,
                        amend(new Amendment.OfVerdict(Verdict.YES)),
                        Code.SHEET_NOT_LOCKED),
                no(
                        "an interviewer amends to what the sheet says already",
                        Rehearsal.locked(),
                        HOST,
                        amend(new Amendment.OfVerdict(Verdict.YES)),
                        Code.AMENDMENT_SAYS_THE_SAME),
                no(
                        "an interviewer amends without a reason",
                        Rehearsal.locked(),
                        HOST,
                        new Command.Amend(new Amendment.OfVerdict(Verdict.NO), ""),
                        Code.REASON_MISSING),
                no(
                        "an interviewer amends the summary away",
                        Rehearsal.locked(),
                        HOST,
                        amend(new Amendment.OfSummary(" ")),
                        Code.SUMMARY_MISSING),
                no(
                        "an interviewer amends a level that was not posed",
                        Rehearsal.locked(),
                        HOST,
                        amend(new Amendment.OfLevel("hire", Shift.ACCOUNTABILITY, Level.THREE)),
                        Code.NOT_POSED),
                no(
                        "an interviewer amends a level off the agenda",
                        Rehearsal.locked(),
                        HOST,
                        amend(new Amendment.OfLevel("weather", Shift.TEAM, Level.THREE)),
                        Code.UNKNOWN_QUESTION),
                no(
                        "an interviewer amends a shift that is not probed",
                        Rehearsal.locked(),
                        HOST,
                        amend(new Amendment.OfLevel("budget", Shift.ACCOUNTABILITY, Level.THREE)),
                        Code.SHIFT_NOT_PROBED),
                no(
                        "an interviewer amends a trap that is not set",
                        Rehearsal.locked(),
                        HOST,
                        amend(new Amendment.OfTrap("budget", "pit", TrapJudgement.FELL)),
                        Code.UNKNOWN_TRAP),
                no(
                        "an interviewer amends to a level without evidence",
                        withoutEvidence(),
                        HOST,
                        amend(new Amendment.OfLevel("budget", Shift.TEAM, Level.FIVE)),
                        Code.SHEET_INCOMPLETE),
                no("an interviewer self-scores", Rehearsal.over(), HOST, Rehearsal.selfScore(), Code.ONLY_CANDIDATE),
                no(
                        "the candidate self-scores before the start",
                        Rehearsal.scheduled(),
                        CANDIDATE,
                        Rehearsal.selfScore(),
                        Code.NOT_STARTED),
                no(
                        "the candidate self-scores while it runs",
                        Rehearsal.posed(),
                        CANDIDATE,
                        Rehearsal.selfScore(),
                        Code.NOT_OVER),
                no(
                        "the candidate leaves a level out",
                        Rehearsal.over(),
                        CANDIDATE,
                        new Command.SelfScore(List.of()),
                        Code.SELF_SCORE_INCOMPLETE),
                no(
                        "the candidate scores what was not asked",
                        Rehearsal.over(),
                        CANDIDATE,
                        new Command.SelfScore(List.of(new SelfRating("hire", Shift.ACCOUNTABILITY, Level.ONE))),
                        Code.UNKNOWN_QUESTION),
                no("another interviewer publishes", Rehearsal.locked(), SECOND, PUBLISH, Code.ONLY_HOST),
                no("the host publishes before the start", Rehearsal.scheduled(), HOST, PUBLISH, Code.NOT_STARTED),
                no("the host publishes while it runs", Rehearsal.posed(), HOST, PUBLISH, Code.NOT_OVER),
                no("the host publishes before their own sheet", Rehearsal.over(), HOST, PUBLISH, Code.OWN_SHEET_OPEN),
                no(
                        "the host publishes before the others are done",
                        Rehearsal.over().does(HOST, LOCK),
                        HOST,
                        PUBLISH,
                        Code.SHEETS_OPEN),
                no(
                        "the host publishes before the candidate is done",
                        Rehearsal.locked(),
                        HOST,
                        PUBLISH,
                        Code.SELF_SCORE_MISSING));
    }

    private static Stream<Refused> onceItIsOver(java.util.function.Supplier<Rehearsal> where, Code code) {
        Stream<Command> conducting = Stream.of(
                START,
                new Command.Pose("budget"),
                new Command.CloseQuestion("budget"),
                FINISH,
                CANCEL,
                absent(Absent.CANDIDATE));
        Stream<Command> revealing = code == Code.OVER
                ? Stream.of()
                : Stream.of(
                        RATE,
                        new Command.WithdrawEvidence(Rehearsal.HOSTS_NOTE),
                        LOCK,
                        reschedule(Rehearsal.START, "Ill."));
        return Stream.concat(conducting, revealing)
                .map(command ->
                        no("the host wants " + command.getClass().getSimpleName(), where.get(), HOST, command, code));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void is_refused(Refused refused) {
        Interview before = refused.where().state();
        Decision decision = refused.where().play(refused.actor(), refused.command());
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        Refusal refusal = ((Decision.Refused) decision).refusal();
        assertThat(refusal.code()).isEqualTo(refused.code());
        assertThat(refusal.sentence()).endsWith(".").doesNotContain("{").doesNotContain("''");
        assertThat(refused.where().state()).isEqualTo(before);
    }

    @Test
    void every_code_is_given_to_somebody() {
        Set<Code> given = refusals().map(Refused::code).collect(Collectors.toCollection(HashSet::new));
        assertThat(given).doesNotContainAnyElementsOf(FROM_SERVICES);
        given.addAll(FROM_SERVICES);
        assertThat(given).containsExactlyInAnyOrder(Code.values());
    }

    @Test
    void every_code_has_a_sentence_and_every_sentence_a_code() {
        ResourceBundle sentences =
                ResourceBundle.getBundle("org.threeshift.core.interview.model.refusals", Locale.ROOT);
        assertThat(Arrays.stream(Code.values()).map(Enum::name)).hasSameElementsAs(sentences.keySet());
    }

    @Test
    void counts_choose_between_one_and_many() {
        assertThat(Refusal.of(Code.SHEETS_OPEN, "1").sentence()).startsWith("One sheet is");
        assertThat(Refusal.of(Code.SHEETS_OPEN, "3").sentence()).startsWith("3 sheets are");
    }

    @Test
    void a_title_with_braces_and_quotes_stays_as_it_is() {
        assertThat(Refusal.of(Code.NOT_POSED, "Who's {0}?").sentence()).startsWith("\"Who's {0}?\" was not posed.");
    }

    private static Refused no(String who, Rehearsal where, PersonId actor, Command command, Code code) {
        return new Refused(who, where, actor, command, code);
    }

    private static Refused sets(String who, Kind kind, Set<PersonId> interviewers, Code code) {
        return sets(who, kind, interviewers, "Ada", Rehearsal.AGENDA, Rehearsal.START, code);
    }

    private static Refused sets(
            String who, Kind kind, Set<PersonId> interviewers, String invitee, Agenda agenda, Instant at, Code code) {
        var schedule =
                new Command.Schedule(kind, interviewers, Optional.of(CANDIDATE), invitee, agenda, at, Rehearsal.BERLIN);
        return no("the host sets up " + who, Rehearsal.unscheduled(), HOST, schedule, code);
    }

    private static Set<PersonId> people(PersonId... people) {
        return Set.of(people);
    }

    private static Set<PersonId> crowd(int size) {
        return IntStream.range(0, size)
                .mapToObj(index -> index == 0 ? HOST : new PersonId(new UUID(8, index)))
                .collect(Collectors.toSet());
    }

    private static Agenda emptyAgenda() {
        return new Agenda("marketing-manager", 1, "none", "None", 0, List.of());
    }

    private static Command reschedule(Instant at, String reason) {
        return new Command.Reschedule(at, Rehearsal.BERLIN, reason);
    }

    private static Command absent(Absent absent) {
        return new Command.ReportNoShow(absent);
    }

    private static Command amend(Amendment amendment) {
        return new Command.Amend(amendment, "On reflection.");
    }

    /** Both sheets locked without a note, which the middle level allows. */
    private static Rehearsal withoutEvidence() {
        Rehearsal over = Rehearsal.posed().does(HOST, new Command.Finish());
        for (PersonId interviewer : List.of(HOST, SECOND)) {
            over.does(
                    interviewer,
                    new Command.Rate("budget", Shift.STRATEGY, Level.THREE),
                    new Command.Rate("budget", Shift.TEAM, Level.NOT_OBSERVED),
                    new Command.JudgeTrap("budget", "freeze", TrapJudgement.AVOIDED),
                    LOCK);
        }
        return over;
    }

    /** Published although nobody came by the link. */
    private static Rehearsal uninvited() {
        Rehearsal invited = Rehearsal.invited().does(HOST, START, new Command.Pose("budget"), FINISH);
        for (PersonId interviewer : List.of(HOST, SECOND)) {
            invited.does(
                    interviewer,
                    new Command.Rate("budget", Shift.STRATEGY, Level.THREE),
                    new Command.Rate("budget", Shift.TEAM, Level.NOT_OBSERVED),
                    new Command.JudgeTrap("budget", "freeze", TrapJudgement.AVOIDED),
                    LOCK);
        }
        return invited.does(HOST, new Command.Publish(true));
    }
}
