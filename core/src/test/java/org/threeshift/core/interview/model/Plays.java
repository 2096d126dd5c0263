package org.threeshift.core.interview.model;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.threeshift.core.interview.model.InterviewEvent.Absent;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Rung;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.rubric.Verdict;

/** Random interviews: from some point of an ordinary one on, anybody tries anything at any time. */
public final class Plays {
    private static final int MOVES = 60;
    private static final List<Supplier<Rehearsal>> BEGINNINGS = List.of(
            Rehearsal::unscheduled,
            Rehearsal::scheduled,
            Rehearsal::invited,
            Rehearsal::started,
            Rehearsal::posed,
            Rehearsal::over,
            Rehearsal::locked,
            Rehearsal::published,
            Rehearsal::watched,
            Rehearsal::talking,
            Rehearsal::cancelled);

    private Plays() {}

    /** @param after seconds since the move before; clocks of two nodes differ, so it may be a little less than nothing */
    public record Move(PersonId actor, Command command, long after) {}

    /** A beginning by its number, and what follows. */
    public record Play(int beginning, List<Move> moves) {
        public Rehearsal begin() {
            return BEGINNINGS.get(beginning).get();
        }

        /** The beginning with all moves made, accepted or not. */
        public Rehearsal end() {
            Rehearsal rehearsal = begin();
            moves.forEach(move -> make(rehearsal, move));
            return rehearsal;
        }

        static Decision make(Rehearsal rehearsal, Move move) {
            return rehearsal.later(Duration.ofSeconds(move.after())).play(move.actor(), move.command());
        }
    }

    public static Arbitrary<Play> plays() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, BEGINNINGS.size() - 1),
                        moves().list().ofMaxSize(MOVES))
                .as(Play::new);
    }

    private static Arbitrary<Move> moves() {
        return Combinators.combine(actors(), commands(), Arbitraries.longs().between(-2, 400))
                .as(Move::new);
    }

    private static Arbitrary<PersonId> actors() {
        return Arbitraries.frequency(
                Tuple.of(5, Rehearsal.HOST),
                Tuple.of(4, Rehearsal.SECOND),
                Tuple.of(4, Rehearsal.CANDIDATE),
                Tuple.of(1, Rehearsal.SHADOW),
                Tuple.of(1, Rehearsal.OBSERVER),
                Tuple.of(1, Rehearsal.STRANGER));
    }

    private static Arbitrary<Command> commands() {
        return Arbitraries.oneOf(List.of(
                schedules(),
                Combinators.combine(times(), texts())
                        .as((at, text) -> text.length() % 3 == 1
                                ? new Command.MoveAsAgreed(at, Rehearsal.BERLIN, text)
                                : new Command.Reschedule(at, Rehearsal.BERLIN, text)),
                texts().map(text ->
                        text.length() % 3 == 1 ? new Command.CallOffAsAgreed(text) : new Command.Cancel(text)),
                Arbitraries.of(Absent.class).map(Command.ReportNoShow::new),
                Arbitraries.of(Seat.class).map(Command.Join::new),
                Arbitraries.just(new Command.Start()),
                questions().map(Command.Pose::new),
                Combinators.combine(questions(), Arbitraries.of(Rung.class)).as(Command.AskProbe::new),
                Combinators.combine(questions(), Arbitraries.of(Rung.class), Arbitraries.of(true, false))
                        .as(Command.JudgeProbe::new),
                rates(),
                rates(),
                Combinators.combine(questions(), traps(), Arbitraries.of(TrapJudgement.class))
                        .as(Command.JudgeTrap::new),
                Combinators.combine(questions(), Arbitraries.of(Shift.class)).as(Command.MarkHeight::new),
                Combinators.combine(notes(), questions(), texts()).as(Command.NoteEvidence::new),
                Combinators.combine(notes(), texts()).as(Command.ReviseEvidence::new),
                notes().map(Command.WithdrawEvidence::new),
                Combinators.combine(notes(), Arbitraries.of(true, false)).as(Command.MarkPromise::new),
                questions().map(Command.CloseQuestion::new),
                Arbitraries.just(new Command.Finish()),
                Combinators.combine(Arbitraries.of(Verdict.class), texts()).as(Command.LockSheet::new),
                Combinators.combine(amendments(), texts()).as(Command.Amend::new),
                selfRatings().list().ofMaxSize(3).map(Command.SelfScore::new),
                Arbitraries.of(true, false).map(Command.Publish::new),
                seats(),
                steering(),
                talking()));
    }

    private static Arbitrary<Command> seats() {
        Arbitrary<PersonId> people =
                Arbitraries.of(Rehearsal.SECOND, Rehearsal.SHADOW, Rehearsal.OBSERVER, Rehearsal.CANDIDATE);
        return Arbitraries.oneOf(List.of(
                Combinators.combine(people, Arbitraries.of(Seat.class)).as(Command.GiveSeat::new),
                people.map(Command.WithdrawSeat::new),
                Arbitraries.of(Rehearsal.HOST, Rehearsal.SECOND, Rehearsal.SHADOW)
                        .map(Command.PassLead::new),
                Arbitraries.of(
                                Optional.<URI>empty(),
                                Optional.of(URI.create("https://meet.example.org/a")),
                                Optional.of(URI.create("mailto:a@example.org")))
                        .map(Command.SetMeetingLink::new)));
    }

    private static Arbitrary<Command> steering() {
        return Arbitraries.oneOf(List.of(
                Arbitraries.of(
                        new Command.Pause(), new Command.Resume(), new Command.Undo(), new Command.CloseScoring()),
                questions().map(Command.SkipQuestion::new),
                Arbitraries.of(
                                List.of("hire", "budget"),
                                List.of("budget", "hire"),
                                List.of("hire"),
                                List.of("weather", "hire", "budget"))
                        .map(Command.ReorderAgenda::new),
                Arbitraries.of(Rehearsal.AGENDA, Rehearsal.OTHER).map(Command.ChooseRound::new),
                Arbitraries.of(
                                Rehearsal.AGENDA.items().getFirst(),
                                new AgendaItem("weather", "The weather", List.of(Shift.TEAM), List.of(), 5))
                        .map(Command.AddQuestion::new)));
    }

    private static Arbitrary<Command> talking() {
        return Arbitraries.oneOf(List.of(
                Arbitraries.of(true, false).map(Command.OpenDebrief::new),
                Arbitraries.integers().between(-1, 3).map(Command.MoveDebrief::new),
                texts().map(Command.WordSentence::new),
                Arbitraries.integers().between(1, 3).map(Command.ConfirmSentence::new),
                Arbitraries.of(true, false).map(Command.EndDebrief::new)));
    }

    private static Arbitrary<Command> schedules() {
        return Combinators.combine(
                        Arbitraries.of(Kind.class), Arbitraries.of(true, false), Arbitraries.of(true, false), times())
                .as((kind, panel, invited, at) -> new Command.Schedule(
                        kind,
                        panel ? Set.of(Rehearsal.HOST, Rehearsal.SECOND) : Set.of(Rehearsal.HOST),
                        invited ? Optional.empty() : Optional.of(Rehearsal.CANDIDATE),
                        "Ada",
                        Rehearsal.AGENDA,
                        at,
                        Rehearsal.BERLIN));
    }

    private static Arbitrary<Command> rates() {
        return Combinators.combine(questions(), Arbitraries.of(Shift.class), Arbitraries.of(Level.class))
                .as(Command.Rate::new);
    }

    private static Arbitrary<Amendment> amendments() {
        return Arbitraries.oneOf(List.of(
                Combinators.combine(questions(), Arbitraries.of(Shift.class), Arbitraries.of(Level.class))
                        .as(Amendment.OfLevel::new),
                Combinators.combine(questions(), traps(), Arbitraries.of(TrapJudgement.class))
                        .as(Amendment.OfTrap::new),
                Arbitraries.of(Verdict.class).map(Amendment.OfVerdict::new),
                texts().map(Amendment.OfSummary::new)));
    }

    private static Arbitrary<SelfRating> selfRatings() {
        return Combinators.combine(questions(), Arbitraries.of(Shift.class), Arbitraries.of(Level.class))
                .as(SelfRating::new);
    }

    private static Arbitrary<String> questions() {
        return Arbitraries.of("budget", "budget", "hire", "weather");
    }

    private static Arbitrary<String> traps() {
        return Arbitraries.of("freeze", "freeze", "pit");
    }

    private static Arbitrary<EvidenceId> notes() {
        return Arbitraries.longs().between(1, 4).map(number -> new EvidenceId(new UUID(7, number)));
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.of(
                "Said so.", " Named two projects. ", "\"Why?\" – 🙂\n", "", "nul \0 and half \ud83d a pair");
    }

    private static Arbitrary<Instant> times() {
        return Arbitraries.longs().between(0, 100).map(minutes -> Rehearsal.START.plus(Duration.ofMinutes(minutes)));
    }
}
