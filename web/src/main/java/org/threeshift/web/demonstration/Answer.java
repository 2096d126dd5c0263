package org.threeshift.web.demonstration;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.threeshift.core.bank.Question;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;
import org.threeshift.web.demonstration.Cast.Profile;

/**
 * What a candidate really showed in one question, before anybody scored it.
 *
 * @param shown for each probed shift, a point on the scale from 1 to 5
 * @param trip  the trap that caught the candidate
 */
record Answer(Map<Shift, Double> shown, Optional<Trip> trip) {
    /** An answer that stays in a trap is worth no more than this on the trap's shift. */
    private static final double STAYED = 2.2;

    private static final double CLIMBED_LEAST = 2.7;
    private static final double CLIMBED_MOST = 3.8;

    /** @param recovered whether one probe freed the candidate */
    record Trip(String trapId, Shift shift, boolean recovered) {}

    static Answer of(Profile profile, int occasion, Question question, Library.QuestionNotes notes, Dice dice) {
        var shown = new EnumMap<Shift, Double>(Shift.class);
        question.shifts().forEach(shift -> shown.put(shift, profile.level(shift, occasion) + dice.spread(0.45)));
        Optional<Trip> trip = question.traps().stream()
                .map(trap -> new Proneness(trap.id(), shiftOf(notes, trap.id()), profile.proneness(trap.family())))
                .sorted(Comparator.comparingDouble(Proneness::probability).reversed())
                .filter(prone ->
                        dice.falls(prone.probability() * (1.5 - 0.28 * shown.getOrDefault(prone.shift(), 3.0))))
                .findFirst()
                .map(prone -> new Trip(
                        prone.trapId(),
                        prone.shift(),
                        dice.falls(0.35 * shown.getOrDefault(prone.shift(), 3.0) - 0.55)));
        trip.ifPresent(caught -> shown.computeIfPresent(
                caught.shift(),
                (shift, height) -> caught.recovered()
                        ? Math.clamp(height, CLIMBED_LEAST, CLIMBED_MOST)
                        : Math.min(height, STAYED)));
        return new Answer(shown, trip);
    }

    private record Proneness(String trapId, Shift shift, double probability) {}

    private static Shift shiftOf(Library.QuestionNotes notes, String trapId) {
        return Optional.ofNullable(notes.traps().get(trapId))
                .orElseThrow(() -> new IllegalArgumentException("The library holds nothing on the trap " + trapId))
                .shift();
    }

    double shown(Shift shift) {
        return shown.getOrDefault(shift, 0.0);
    }

    /** The nearest level, whoever gives it. */
    static Level level(double height) {
        return Level.ofKey((int) Math.clamp(Math.round(height), 1L, 5L));
    }
}
