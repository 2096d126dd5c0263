package org.threeshift.core.reliability;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How far somebody can be relied on, by what became of their last {@value #COUNTED} commitments.
 *
 * <p>The score is the expected value of a beta reputation that forgets (Jøsang and Ismail, “The Beta Reputation System”,
 * 15th Bled Electronic Commerce Conference, 2002; with a base rate as in Jøsang, “Subjective Logic”, 2016, section 3.3):
 *
 * <pre>
 *   score = (Σ wᵢ·vᵢ + W·a) / (Σ wᵢ + W)      wᵢ = 2^(−ageᵢ / H)
 * </pre>
 *
 * with v = 1 for what was kept, ½ for what was called off late and 0 for a no-show; the age of each since its time; the
 * half-life H = {@link #HALF_LIFE}; the base rate a = {@value #BASE_RATE}, which is what somebody counts of whom nothing is
 * known; and W = {@value #PRIOR_WEIGHT} commitments as the weight of it. So everything that is said of somebody fades
 * towards what is said of a newcomer.
 *
 * @param last        the newest first, at most {@value #COUNTED}
 * @param pausedUntil until when nobody is matched with them; absent while they can be
 * @param now         the moment that all of this is said at
 */
public record Reliability(List<Commitment> last, Optional<Instant> pausedUntil, Instant now) {
    /** How many commitments are looked at. */
    public static final int COUNTED = 10;

    /** A commitment of that age counts half of a new one. */
    public static final Duration HALF_LIFE = Duration.ofDays(60);

    /** What somebody counts of whom nothing is known, and from which on somebody counts as reliable. */
    public static final double BASE_RATE = 0.8;

    /** How many commitments the base rate weighs. */
    public static final double PRIOR_WEIGHT = 2;

    /** So many no-shows in a row pause matching. */
    public static final int NO_SHOWS_THAT_PAUSE = 2;

    /** For so long, from the time of the last of them. */
    public static final Duration PAUSE = Duration.ofDays(14);

    /** Rounding must not keep somebody from the base rate. */
    private static final double TINY = 1e-9;

    private static final UUID NEXT = new UUID(0, 0);

    private static final Comparator<Commitment> NEWEST_FIRST =
            Comparator.comparing(Commitment::at).thenComparing(Commitment::id).reversed();

    public Reliability {
        last = List.copyOf(last);
    }

    /** @param commitments all or the newest of one person's, in whichever order */
    public static Reliability of(Collection<Commitment> commitments, Hold hold, Instant now) {
        List<Commitment> last =
                commitments.stream().sorted(NEWEST_FIRST).limit(COUNTED).toList();
        return new Reliability(last, pause(last, hold, now), now);
    }

    public int counted() {
        return last.size();
    }

    /** How many of them ended like this. */
    public int count(Keeping keeping) {
        return (int) last.stream().filter(one -> one.keeping() == keeping).count();
    }

    /** From 0 to 1; {@value #BASE_RATE} for somebody of whom nothing is known. */
    public double score() {
        return score(last, now);
    }

    /** Whether they count at least as much as a newcomer. */
    public boolean reliable() {
        return score() >= BASE_RATE - TINY;
    }

    /** How many commitments, kept from now on, make them {@link #reliable}; 0 for whoever is. At most {@value #COUNTED}. */
    public int toMend() {
        return IntStream.rangeClosed(0, COUNTED)
                .filter(kept -> score(after(kept), now) >= BASE_RATE - TINY)
                .findFirst()
                .orElse(COUNTED);
    }

    public boolean paused() {
        return pausedUntil.isPresent();
    }

    /** As it will be once so many more were kept. */
    private List<Commitment> after(int kept) {
        Stream<Commitment> coming = IntStream.range(0, kept).mapToObj(_ -> new Commitment(NEXT, now, Keeping.KEPT));
        return Stream.concat(coming, last.stream()).limit(COUNTED).toList();
    }

    private static double score(List<Commitment> counted, Instant now) {
        double sum = PRIOR_WEIGHT * BASE_RATE;
        double weights = PRIOR_WEIGHT;
        for (Commitment one : counted) {
            double weight = weight(one, now);
            sum += weight * one.keeping().worth();
            weights += weight;
        }
        return sum / weights;
    }

    /** What was called off before its time is as new as can be. */
    private static double weight(Commitment one, Instant now) {
        long age = Math.max(0, Duration.between(one.at(), now).toSeconds());
        return Math.pow(2, -(double) age / HALF_LIFE.toSeconds());
    }

    private static Optional<Instant> pause(List<Commitment> newestFirst, Hold hold, Instant now) {
        List<Commitment> run = newestFirst.stream()
                .filter(one -> hold.liftedAt().map(one.at()::isAfter).orElse(true))
                .limit(NO_SHOWS_THAT_PAUSE)
                .filter(one -> one.keeping() == Keeping.NO_SHOW)
                .toList();
        Optional<Instant> byNoShows = run.size() < NO_SHOWS_THAT_PAUSE
                ? Optional.empty()
                : Optional.of(run.getFirst().at().plus(PAUSE));
        return Stream.of(byNoShows, hold.pausedUntil())
                .flatMap(Optional::stream)
                .filter(until -> until.isAfter(now))
                .max(Comparator.naturalOrder());
    }
}
