package org.threeshift.core.following;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.threeshift.core.people.Person;
import org.threeshift.core.rubric.Shift;

/**
 * A candidate as their coach follows them.
 *
 * @param since    when they joined the cohort, the last time
 * @param latest   their last scorecards that the coach may see, the newest first, at most {@link #DEPTH}
 * @param activity absent where what they agreed to does not let coaches know
 */
public record Followed(Person person, Instant since, List<Sitting> latest, Optional<Activity> activity) {
    /** How far back rows and rules look, in scorecards. */
    public static final int DEPTH = 3;
    /** Fewer different interviewers than this in the last scorecards, and a rank would tell more of them than of the candidate. */
    public static final int LEAST_RATERS = 3;

    public Followed {
        latest = List.copyOf(latest);
    }

    public Optional<Sitting> newest() {
        return latest.stream().findFirst();
    }

    /** The one before the newest. */
    public Optional<Sitting> before() {
        return latest.stream().skip(1).findFirst();
    }

    /** How many different people gave the levels of their last scorecards. */
    public int raters() {
        return (int) latest.stream()
                .flatMap(sitting -> sitting.shifts().values().stream())
                .flatMap(onShift -> onShift.raters().stream())
                .distinct()
                .count();
    }

    /** Whether a row of theirs may stand above or below another's because of a score. */
    public boolean ranked() {
        return raters() >= LEAST_RATERS && newest().isPresent();
    }

    public OptionalDouble score(Shift shift) {
        return newest().map(sitting -> sitting.mean(shift)).orElse(OptionalDouble.empty());
    }

    /** The lowest end of the newest scorecard's bands: so low one of the shifts may be. */
    public OptionalDouble low() {
        return newest().stream()
                .flatMap(sitting -> Stream.of(Shift.values()).map(sitting::low))
                .flatMapToDouble(OptionalDouble::stream)
                .min();
    }

    /** From the scorecard before to the newest, in levels: the mean over the shifts that both have. */
    public OptionalDouble change() {
        return newest().flatMap(now -> before().map(then -> change(then, now))).orElse(OptionalDouble.empty());
    }

    static OptionalDouble change(Sitting then, Sitting now) {
        return Stream.of(Shift.values())
                .filter(shift -> then.mean(shift).isPresent() && now.mean(shift).isPresent())
                .mapToDouble(shift ->
                        now.mean(shift).getAsDouble() - then.mean(shift).getAsDouble())
                .average();
    }

    /** When they were last interviewed, as far as the coach may know. */
    public Optional<Instant> lastHeld() {
        return Stream.concat(newest().map(Sitting::startedAt).stream(), activity.flatMap(Activity::lastHeld).stream())
                .max(Comparator.naturalOrder());
    }
}
