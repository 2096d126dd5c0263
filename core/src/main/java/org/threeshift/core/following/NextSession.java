package org.threeshift.core.following;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.threeshift.core.bank.Bank;
import org.threeshift.core.bank.Question;
import org.threeshift.core.bank.Round;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.scorecard.Needs;

/**
 * What to do in somebody's next session. Pure, and by these rules:
 *
 * <ul>
 *   <li><em>Shift</em>: the one that the plan of the newest scorecard begins with, see {@link Needs}; absent before the first one.
 *   <li><em>Round</em>: of those of the bank with at least {@value #LEVELS} questions that probe the shift (as many levels as a score
 *       takes), or of all when none has so many, the one that they had longest ago; one that they never had comes first, and of those
 *       the bank's order decides.
 *   <li><em>Questions</em> of that round, at most {@value #QUESTIONS}, each once: first one whose trap held them when it was last set, at least
 *       {@value #DAYS} days ago, the longest ago first: another interviewer asks it again. Then the one with the lowest mean of those that probe
 *       the shift and were asked at least {@value #DAYS} days ago. Then the first that probes the shift and was never asked.
 * </ul>
 *
 * <p>All of it from scorecards that the coach may see: a question may have been asked elsewhere.
 *
 * @param bank  of the round and its questions
 * @param shift absent before the first scorecard with a score
 */
public record NextSession(String bank, Optional<Shift> shift, Optional<Round> round, List<Pick> questions) {
    public static final int QUESTIONS = 3;
    /** Until an answer is no longer remembered word for word. */
    public static final int DAYS = 14;

    static final int LEVELS = 3;

    public NextSession {
        questions = List.copyOf(questions);
    }

    /** Why a question was chosen. */
    public enum Why {
        TRAP_HELD,
        LOWEST,
        NEVER_ASKED
    }

    public record Pick(Question question, Why why) {}

    /**
     * What the seen scorecards say of a question of the bank.
     *
     * @param last     when it was last asked
     * @param mean     its mean level then, from 1 to 5; absent when nobody observed one
     * @param trapHeld whether a trap of it held them then
     */
    record Past(Instant last, Optional<Double> mean, boolean trapHeld) {}

    /**
     * @param asked  by the ids of questions; none for one that was never asked
     * @param rounds when each round was last held, by id
     */
    static NextSession of(
            Bank bank, Optional<Sitting> newest, Map<String, Past> asked, Map<String, Instant> rounds, Instant now) {
        Optional<Shift> shift = newest.flatMap(NextSession::weakest);
        Optional<Round> round = round(bank, shift, rounds);
        List<Question> of = bank.questions().stream()
                .filter(question -> round.filter(one -> one.questions().contains(question.id()))
                        .isPresent())
                .toList();
        var picks = new ArrayList<Pick>();
        Stream.of(held(of, asked, now), lowest(of, shift, asked, now), fresh(of, shift, asked))
                .flatMap(Optional::stream)
                .filter(pick -> picks.stream().noneMatch(one -> one.question().equals(pick.question())))
                .forEach(picks::add);
        return new NextSession(bank.id(), shift, round, picks);
    }

    private static Optional<Shift> weakest(Sitting newest) {
        return Needs.of(newest.shifts().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().score())))
                .next();
    }

    private static Optional<Round> round(Bank bank, Optional<Shift> shift, Map<String, Instant> held) {
        List<Round> fitting = bank.rounds().stream()
                .filter(round ->
                        shift.map(one -> bank.probing(round, one) >= LEVELS).orElse(true))
                .toList();
        return (fitting.isEmpty() ? bank.rounds() : fitting)
                .stream().min(comparing(round -> held.getOrDefault(round.id(), Instant.MIN)));
    }

    private static Optional<Pick> held(List<Question> of, Map<String, Past> asked, Instant now) {
        return known(of, asked)
                .filter(entry -> entry.getValue().trapHeld() && rested(entry.getValue(), now))
                .min(comparing(entry -> entry.getValue().last()))
                .map(entry -> new Pick(entry.getKey(), Why.TRAP_HELD));
    }

    private static Optional<Pick> lowest(
            List<Question> of, Optional<Shift> shift, Map<String, Past> asked, Instant now) {
        return known(of, asked)
                .filter(entry -> probes(entry.getKey(), shift) && rested(entry.getValue(), now))
                .filter(entry -> entry.getValue().mean().isPresent())
                .min(comparing(entry -> entry.getValue().mean().orElseThrow()))
                .map(entry -> new Pick(entry.getKey(), Why.LOWEST));
    }

    private static Optional<Pick> fresh(List<Question> of, Optional<Shift> shift, Map<String, Past> asked) {
        return of.stream()
                .filter(question -> !asked.containsKey(question.id()) && probes(question, shift))
                .min(Comparator.comparing(question ->
                        shift.filter(one -> question.primary() == one).isEmpty()))
                .map(question -> new Pick(question, Why.NEVER_ASKED));
    }

    private static Stream<Map.Entry<Question, Past>> known(List<Question> of, Map<String, Past> asked) {
        return of.stream()
                .flatMap(question ->
                        Optional.ofNullable(asked.get(question.id())).stream().map(past -> Map.entry(question, past)));
    }

    private static boolean probes(Question question, Optional<Shift> shift) {
        return shift.map(question.shifts()::contains).orElse(true);
    }

    private static boolean rested(Past past, Instant now) {
        return !past.last().plus(Duration.ofDays(DAYS)).isAfter(now);
    }
}
