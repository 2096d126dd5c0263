package org.threeshift.core.interview.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.threeshift.core.interview.model.Command.By;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.rubric.Verdict;

/** An interview played without a log: a panel of two on one candidate, with a clock that tests move. */
public final class Rehearsal {
    public static final PersonId HOST = person(1);
    public static final PersonId SECOND = person(2);
    public static final PersonId CANDIDATE = person(3);
    public static final PersonId STRANGER = person(4);
    public static final PersonId SHADOW = person(5);
    public static final PersonId OBSERVER = person(6);
    public static final EvidenceId HOSTS_NOTE = new EvidenceId(new UUID(7, 1));
    public static final EvidenceId SECONDS_NOTE = new EvidenceId(new UUID(7, 2));
    static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    /** What else could be asked. */
    public static final Agenda OTHER = new Agenda(
            "marketing-manager",
            2,
            "panel",
            "Panel",
            15,
            List.of(new AgendaItem("weather", "The weather", List.of(Shift.TEAM), List.of(), 5)));

    public static final Agenda AGENDA = new Agenda(
            "marketing-manager",
            1,
            "screen",
            "Screen",
            20,
            List.of(
                    new AgendaItem(
                            "budget",
                            "The budget",
                            List.of(Shift.STRATEGY, Shift.TEAM),
                            List.of(new AgendaItem.Trap("freeze", "Freezing everything")),
                            10),
                    new AgendaItem("hire", "The hire", List.of(Shift.ACCOUNTABILITY), List.of(), 10)));

    private final InterviewId id = new InterviewId(new UUID(5, 5));
    private final List<Recorded> log = new ArrayList<>();
    private Interview state = new Interview.Unscheduled();
    private Instant now = START;

    public InterviewId id() {
        return id;
    }

    public Interview state() {
        return state;
    }

    public List<Recorded> log() {
        return List.copyOf(log);
    }

    Interview.Held held() {
        return (Interview.Held) state;
    }

    Rehearsal later(Duration time) {
        now = now.plus(time);
        return this;
    }

    Decision ask(PersonId actor, Command command) {
        return Decide.decide(state, command, new By(actor, now));
    }

    /** Asks, and lets what was accepted happen. */
    public Decision play(PersonId actor, Command command) {
        Decision decision = ask(actor, command);
        if (decision instanceof Decision.Accepted(var events)) {
            for (InterviewEvent event : events) {
                var recorded = new Recorded(id, log.size() + 1, new UUID(9, log.size()), actor, now, event);
                state = Evolve.evolve(state, recorded);
                log.add(recorded);
            }
        }
        return decision;
    }

    Rehearsal does(PersonId actor, Command... commands) {
        for (Command command : commands) {
            assertThat(play(actor, command)).as("%s", command).isInstanceOf(Decision.Accepted.class);
        }
        return this;
    }

    static Command.Schedule schedule() {
        return new Command.Schedule(
                Kind.PANEL, Set.of(HOST, SECOND), Optional.of(CANDIDATE), "Ada", AGENDA, START, BERLIN);
    }

    public static Rehearsal unscheduled() {
        return new Rehearsal();
    }

    public static Rehearsal scheduled() {
        return unscheduled().does(HOST, schedule());
    }

    /** Scheduled for whoever comes by the link. */
    public static Rehearsal invited() {
        return unscheduled()
                .does(
                        HOST,
                        new Command.Schedule(
                                Kind.PANEL, Set.of(HOST, SECOND), Optional.empty(), "Ada", AGENDA, START, BERLIN));
    }

    public static Rehearsal started() {
        return scheduled()
                .does(CANDIDATE, new Command.Join(Seat.CANDIDATE))
                .does(HOST, new Command.Join(Seat.INTERVIEWER), new Command.Start());
    }

    /** The budget is on the table. */
    public static Rehearsal posed() {
        return started().does(HOST, new Command.Pose("budget"));
    }

    /** Over after one question, with the host's sheet complete but open, and the second's blank. */
    public static Rehearsal over() {
        return scored(posed(), HOST, HOSTS_NOTE).does(HOST, new Command.Finish());
    }

    /** Both sheets are locked. */
    public static Rehearsal locked() {
        return scored(over(), SECOND, SECONDS_NOTE)
                .does(HOST, new Command.LockSheet(Verdict.YES, "Good."))
                .does(SECOND, new Command.LockSheet(Verdict.NO, "Not yet."));
    }

    public static Rehearsal published() {
        return locked().does(CANDIDATE, selfScore()).does(HOST, new Command.Publish(false));
    }

    /** The gaps lie open: the second is three levels from the host, and the candidate two from their mean. */
    public static Rehearsal talking() {
        Rehearsal over = over().does(
                        SECOND,
                        new Command.Rate("budget", Shift.STRATEGY, Level.ONE),
                        new Command.Rate("budget", Shift.TEAM, Level.NOT_OBSERVED),
                        new Command.JudgeTrap("budget", "freeze", TrapJudgement.FELL),
                        new Command.NoteEvidence(SECONDS_NOTE, "budget", "Froze everything."));
        return over.does(HOST, new Command.LockSheet(Verdict.YES, "Good."))
                .does(SECOND, new Command.LockSheet(Verdict.NO, "Not yet."))
                .does(CANDIDATE, selfScore())
                .does(HOST, new Command.OpenDebrief(false));
    }

    /** Scheduled, with somebody who learns and somebody who only listens. */
    public static Rehearsal watched() {
        return scheduled()
                .does(HOST, new Command.GiveSeat(SHADOW, Seat.SHADOW), new Command.GiveSeat(OBSERVER, Seat.OBSERVER));
    }

    public static Rehearsal cancelled() {
        return scheduled().does(HOST, new Command.Cancel("Ill."));
    }

    static Command selfScore() {
        return new Command.SelfScore(List.of(
                new SelfRating("budget", Shift.STRATEGY, Level.FOUR),
                new SelfRating("budget", Shift.TEAM, Level.NOT_OBSERVED)));
    }

    static Rehearsal scored(Rehearsal rehearsal, PersonId interviewer, EvidenceId note) {
        return rehearsal.does(
                interviewer,
                new Command.Rate("budget", Shift.STRATEGY, Level.FOUR),
                new Command.Rate("budget", Shift.TEAM, Level.NOT_OBSERVED),
                new Command.JudgeTrap("budget", "freeze", TrapJudgement.AVOIDED),
                new Command.NoteEvidence(note, "budget", "Named two projects."));
    }

    private static PersonId person(int number) {
        return new PersonId(new UUID(1, number));
    }
}
