package org.threeshift.core.following;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.threeshift.core.following.Sitting.OnShift;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.scorecard.Band;
import org.threeshift.core.scorecard.Score;
import org.threeshift.core.scorecard.SelfGap;

/** Makes candidates as a coach follows them, for tests of what stands on them. */
final class Candidates {
    static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
    static final double NONE = Double.NaN;

    private final String name;
    private final List<Sitting> latest = new ArrayList<>();
    private Instant since = NOW.minus(Duration.ofDays(200));
    private Optional<Activity> activity = Optional.of(Activity.NONE);

    private Candidates(String name) {
        this.name = name;
    }

    static Candidates called(String name) {
        return new Candidates(name);
    }

    /** An older scorecard than those before, ten days apart; three raters. */
    Candidates scorecard(double strategy, double accountability, double team) {
        return scorecard(Set.of(1, 2, 3), NONE, 1, strategy, accountability, team);
    }

    /**
     * @param raters by number
     * @param above  how far the own score lies above each
     * @param reach  of the band, to each side
     */
    Candidates scorecard(Set<Integer> raters, double above, double reach, double... scores) {
        Map<Shift, OnShift> shifts = new EnumMap<>(Shift.class);
        Set<PersonId> people =
                raters.stream().map(number -> new PersonId(new UUID(0, number))).collect(Collectors.toSet());
        IntStream.range(0, scores.length)
                .forEach(index -> shifts.put(
                        List.of(Shift.values()).get(index),
                        new OnShift(
                                score(scores[index], reach, raters.size()),
                                people,
                                Double.isNaN(above) || Double.isNaN(scores[index])
                                        ? OptionalDouble.empty()
                                        : OptionalDouble.of(scores[index] + above),
                                gap(scores[index], above))));
        Instant at = NOW.minus(Duration.ofDays(10L * (latest.size() + 1)));
        latest.add(new Sitting(
                new InterviewId(new UUID(name.hashCode(), latest.size())),
                new PersonId(new UUID(1, name.hashCode())),
                "The seven",
                at,
                at,
                shifts));
        return this;
    }

    private static SelfGap gap(double score, double above) {
        return Double.isNaN(above) || Double.isNaN(score)
                ? new SelfGap(0, OptionalDouble.empty())
                : new SelfGap(7, OptionalDouble.of(above));
    }

    /** An older one in which the own levels lie above the interviewers' by what is given, on so many questions of each shift. */
    Candidates seeingThemselves(double above, int... pairs) {
        Map<Shift, OnShift> shifts = new EnumMap<>(Shift.class);
        for (Shift shift : Shift.values()) {
            shifts.put(
                    shift,
                    new OnShift(
                            score(3, 1, 1),
                            Set.of(new PersonId(new UUID(0, 1))),
                            OptionalDouble.of(3 + above),
                            new SelfGap(pairs[shifts.size()], OptionalDouble.of(above))));
        }
        Instant at = NOW.minus(Duration.ofDays(10L * (latest.size() + 1)));
        latest.add(new Sitting(
                new InterviewId(new UUID(name.hashCode(), latest.size())),
                new PersonId(new UUID(1, name.hashCode())),
                "The seven",
                at,
                at,
                shifts));
        return this;
    }

    Candidates since(int daysAgo) {
        since = NOW.minus(Duration.ofDays(daysAgo));
        return this;
    }

    Candidates activity(Optional<Activity> known) {
        activity = known;
        return this;
    }

    Followed followed() {
        var person = new Person(
                new PersonId(new UUID(1, name.hashCode())),
                name,
                Optional.empty(),
                Role.MEMBER,
                ZoneId.of("UTC"),
                false);
        return new Followed(person, since, latest, activity);
    }

    Row row() {
        return new Row(followed(), Rule.findings(followed(), NOW));
    }

    private static Score score(double mean, double reach, int raters) {
        return Double.isNaN(mean)
                ? new Score.TooLittle(new Score.Basis(1, 1, 1, 0, 1))
                : new Score.Scored(
                        mean,
                        new Band(
                                Math.max(1, mean - reach),
                                Math.min(5, mean + reach),
                                Band.Method.QUESTIONS,
                                reach / 2,
                                6),
                        new Score.Basis(7, 7, 7 * raters, 0, raters));
    }
}
