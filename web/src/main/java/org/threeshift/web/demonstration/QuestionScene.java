package org.threeshift.web.demonstration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.threeshift.core.bank.Question;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.EvidenceId;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Rung;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.web.demonstration.Answer.Trip;

/** One question as it is posed, probed and scored. Moments are shares of the time that it takes. */
final class QuestionScene {
    private static final double SPECIALIST_PROBE = 0.26;
    private static final double MANAGER_PROBE = 0.47;
    private static final double AFTER_PROBE = 0.62;
    private static final double DIRECTOR_PROBE = 0.7;

    /** What an interviewer marks as a promise: words by which candidates of the library bind themselves. */
    private static final List<String> PROMISES = List.of(
            "In writing: ", "that's my miss", "Commits either way", "put up weekly", "Says what will be decided");

    private final Question question;
    private final Answer answer;
    private final double slowness;
    private final Instant posed;
    private final int seconds;
    private final Dice dice;
    private final List<Line> lines = new ArrayList<>();

    /**
     * @param slowness factor on the time to reach a height
     * @param seconds  how long it is on the table
     */
    QuestionScene(Question question, Answer answer, double slowness, Instant posed, int seconds, Dice dice) {
        this.question = question;
        this.answer = answer;
        this.slowness = slowness;
        this.posed = posed;
        this.seconds = seconds;
        this.dice = dice;
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    /** Whoever leads poses, probes and closes. */
    void lead(PersonId lead) {
        double primary = answer.shown(question.primary());
        line(0, lead, new Command.Pose(question.id()));
        if (primary < 2.5) {
            probe(lead, Rung.SPECIALIST, SPECIALIST_PROBE, dice.falls(0.8));
        }
        probe(
                lead,
                Rung.MANAGER,
                MANAGER_PROBE,
                answer.trip().map(Trip::recovered).orElseGet(() -> primary + dice.spread(0.3) > 2.6));
        if (primary > 3.0 && dice.falls(0.8)) {
            probe(lead, Rung.DIRECTOR, DIRECTOR_PROBE, primary + dice.spread(0.3) > 3.7);
        }
        line(1, lead, new Command.CloseQuestion(question.id()));
    }

    private void probe(PersonId lead, Rung rung, double moment, boolean held) {
        double asked = moment + dice.between(0.0, 0.06);
        line(asked, lead, new Command.AskProbe(question.id(), rung));
        line(asked + dice.between(0.07, 0.11), lead, new Command.JudgeProbe(question.id(), rung, held));
    }

    /** What one interviewer puts on their sheet. */
    void score(Draft draft, Scribe scribe, boolean leads) {
        Optional<Trip> heard = answer.trip().filter(trip -> !trip.recovered() || leads || dice.falls(0.85));
        var observed = new EnumMap<Shift, Level>(Shift.class);
        for (Shift shift : question.shifts()) {
            Optional<Trip> trip = on(shift, heard);
            Level level = level(draft, shift, trip);
            if (level != Level.NOT_OBSERVED) {
                observed.put(shift, level);
            }
            draft.mark(question, shift, level);
            line(dice.between(0.86, 0.97), draft, new Command.Rate(question.id(), shift, level));
            height(draft, shift, level, trip);
        }
        notes(draft, scribe, heard, observed);
        for (Question.Trap trap : question.traps()) {
            judge(draft, trap, heard.filter(trip -> trip.trapId().equals(trap.id())));
        }
    }

    private static Optional<Trip> on(Shift shift, Optional<Trip> heard) {
        return heard.filter(trip -> trip.shift() == shift);
    }

    private void judge(Draft draft, Question.Trap trap, Optional<Trip> fallen) {
        fallen.ifPresent(trip -> draft.caught(trap.name(), trip.recovered()));
        TrapJudgement judgement = fallen.map(trip -> trip.recovered() ? TrapJudgement.RECOVERED : TrapJudgement.FELL)
                .orElse(TrapJudgement.AVOIDED);
        line(dice.between(0.84, 0.95), draft, new Command.JudgeTrap(question.id(), trap.id(), judgement));
    }

    /** Two or three notes: the middle of the scale can do without one, as long as two others stand beside it. */
    private void notes(Draft draft, Scribe scribe, Optional<Trip> heard, Map<Shift, Level> observed) {
        int spare = observed.size() - 2;
        for (Map.Entry<Shift, Level> rated : observed.entrySet()) {
            Shift shift = rated.getKey();
            Level level = rated.getValue();
            Optional<Trip> trip = on(shift, heard);
            if (trip.isPresent()) {
                note(draft, shift, scribe.onTrap(trip.get(), level).text(), dice.between(AFTER_PROBE, 0.76));
            } else if (level == Level.THREE && spare > 0 && dice.falls(0.4)) {
                spare--;
            } else {
                int count = spare < 0 || (spare == 0 && shift == question.primary() && dice.falls(0.45)) ? 2 : 1;
                scribe.onLevel(shift, level, count)
                        .forEach(words -> note(
                                draft,
                                shift,
                                words.text(),
                                dice.between(words.afterProbe() ? AFTER_PROBE : 0.12, 0.8)));
            }
        }
    }

    private Level level(Draft draft, Shift shift, Optional<Trip> trip) {
        if (trip.isEmpty() && shift != question.primary() && dice.falls(0.06)) {
            return Level.NOT_OBSERVED;
        }
        double seen = answer.shown(shift) + draft.leniency() + dice.spread(0.2);
        double fitting = trip.map(caught -> caught.recovered() ? Math.clamp(seen, 3, 4) : Math.min(seen, 2))
                .orElse(seen);
        return Answer.level(fitting);
    }

    private void note(Draft draft, Shift shift, String text, double moment) {
        draft.noted(question, shift, text);
        var id = new EvidenceId(dice.id(moment(moment)));
        line(moment, draft, new Command.NoteEvidence(id, question.id(), text));
        if (PROMISES.stream().anyMatch(text::contains)) {
            line(moment + 0.01, draft, new Command.MarkPromise(id, true));
        }
    }

    /** The higher the level, the sooner and the surer the height is reached; out of a trap not before the probe. */
    private void height(Draft draft, Shift shift, Level level, Optional<Trip> trip) {
        if (level.key() < 3 || !dice.falls(level.key() == 3 ? 0.6 : 0.93)) {
            return;
        }
        double delay = slowness
                * switch (level) {
                    case FIVE -> dice.between(15, 60);
                    case FOUR -> dice.between(40, 120);
                    default -> dice.between(90, 210);
                };
        double earliest = trip.isPresent() ? (MANAGER_PROBE + 0.1) * seconds : 0;
        double share = Math.min(0.9, Math.max(delay, earliest + delay / 3) / seconds);
        line(share, draft, new Command.MarkHeight(question.id(), shift));
    }

    private void line(double share, Draft draft, Command command) {
        line(share, draft.interviewer(), command);
    }

    private void line(double share, PersonId actor, Command command) {
        lines.add(new Line(moment(share), actor, command));
    }

    private Instant moment(double share) {
        return posed.plusMillis(Math.round(share * seconds * 1000));
    }
}
