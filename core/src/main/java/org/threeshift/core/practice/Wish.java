package org.threeshift.core.practice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Profile;
import org.threeshift.core.people.Seniority;

/**
 * What somebody wants of practice with others. When they can is in their open hours.
 *
 * @param targetRole what they practise for, at most 100 characters
 * @param languages  ISO 639 codes of those that they can practise in, the preferred one first; at least one
 * @param minutes    that a whole practice lasts, both halves of it; one of {@link #LENGTHS}
 * @param pace       how often
 * @param next       about the next draw alone
 * @param scoresUsed whether matching may look at how their last scorecard rates the three shifts
 * @param drawnAt    when they were last in a draw
 */
public record Wish(
        Optional<String> targetRole,
        Optional<Seniority> seniority,
        List<String> languages,
        int minutes,
        Pace pace,
        Optional<NextDraw> next,
        boolean scoresUsed,
        Optional<Instant> drawnAt) {
    /** In minutes, for both halves: from a warm-up each to a whole round each. */
    public static final List<Integer> LENGTHS = List.of(40, 60, 80, 120);

    /** The shortest of them. Hours that do not hold it hold nobody’s practice. */
    public static final Duration SHORTEST = Duration.ofMinutes(LENGTHS.getFirst());

    public Wish {
        languages = List.copyOf(languages);
    }

    /** What is put before somebody who has said nothing yet: all that their profile says. */
    static Wish proposedTo(Person person) {
        Profile profile = person.profile();
        return new Wish(
                profile.targetRole(),
                profile.seniority(),
                profile.languages().isEmpty() ? List.of("en") : profile.languages(),
                60,
                Pace.EACH_DRAW,
                Optional.empty(),
                true,
                Optional.empty());
    }

    /**
     * Whether the next draw may match them: what they said about it or else what their pace says.
     *
     * @param previous when the last draw was; absent before the first
     */
    public boolean in(Optional<Instant> previous) {
        return next.map(NextDraw.IN::equals).orElseGet(() -> switch (pace) {
            case EACH_DRAW -> true;
            case EVERY_SECOND_DRAW ->
                drawnAt.isEmpty() || (previous.isPresent() && drawnAt.get().isBefore(previous.get()));
            case WHEN_I_SAY -> false;
        });
    }
}
