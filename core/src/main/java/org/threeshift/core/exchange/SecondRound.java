package org.threeshift.core.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.threeshift.core.bank.Bank;
import org.threeshift.core.bank.Question;
import org.threeshift.core.bank.Round;
import org.threeshift.core.rubric.Shift;

/**
 * What the second half is held on. Whatever either of the two saw in this exchange never comes back. Beyond that, in this
 * order:
 *
 * <ol>
 *   <li>the round that fills the time best, among those that fit and hold only fresh questions;
 *   <li>fresh questions put together, each next one on the shift that leads the fewest so far;
 *   <li>the same, filled up with what the candidate met longest ago.
 * </ol>
 *
 * <p>Fresh is what was not posed to the candidate within {@link #STAYS_FRESH_AFTER}. A choice is good enough when it fills
 * half of the time; otherwise the next one is tried.
 *
 * <p>Before all of that comes the round that its interviewer chose beforehand ({@link SecondHalfRounds}).
 *
 * @param round as it is asked: its minutes are the second half's share
 */
public record SecondRound(Source source, Round round) {
    /** How long a question stays fresh in a candidate's mind. */
    static final Duration STAYS_FRESH_AFTER = Duration.ofDays(60);

    /** The id of a round that was put together for one exchange. */
    static final String MADE_UP = "exchange";

    /** Where the questions come from. */
    public enum Source {
        /** A round of the bank, all of it fresh. */
        ROUND,
        /** Fresh questions of the bank, put together because no round was free. */
        FRESH_QUESTIONS,
        /** With some that the candidate met within the last 60 days, because the bank holds too few others. */
        SEEN_BEFORE,
        /** The round that whoever asks it has chosen. */
        CHOSEN
    }

    /**
     * The round that was chosen, as long as neither of the two saw any of it in this exchange.
     *
     * @param seen of this bank
     */
    static Optional<SecondRound> chosen(Bank bank, String roundId, Set<String> seen, int minutes) {
        return bank.round(roundId)
                .filter(round -> round.questions().stream().noneMatch(seen::contains))
                .map(round -> new SecondRound(Source.CHOSEN, timed(round, minutes)));
    }

    /**
     * @param bank       its newest version
     * @param seen       every question that either of the two saw in this exchange, posed or only on the agenda
     * @param lastPosed  when each question was last put to the coming candidate
     * @param minutes    the second half's share
     * @param madeUpName the title of a round that has to be put together
     * @return absent when the bank has nothing that fits
     */
    static Optional<SecondRound> choose(
            Bank bank, Set<String> seen, Map<String, Instant> lastPosed, Instant now, int minutes, String madeUpName) {
        Predicate<String> unseen = id -> !seen.contains(id);
        Predicate<String> fresh =
                unseen.and(id -> !lastPosed.getOrDefault(id, Instant.MIN).isAfter(now.minus(STAYS_FRESH_AFTER)));
        Optional<Round> round = bestRound(bank, fresh, minutes);
        if (round.isPresent()) {
            return Optional.of(new SecondRound(Source.ROUND, timed(round.get(), minutes)));
        }
        List<Question> chosen = balanced(
                bank.questions().stream()
                        .filter(question -> fresh.test(question.id()))
                        .toList(),
                minutes);
        Source source = Source.FRESH_QUESTIONS;
        if (time(chosen) * 2 < minutes) {
            List<Question> more = oldestFirst(bank, unseen.and(fresh.negate()), lastPosed, minutes - time(chosen));
            source = more.isEmpty() ? source : Source.SEEN_BEFORE;
            chosen.addAll(more);
        }
        return chosen.isEmpty()
                ? Optional.empty()
                : Optional.of(new SecondRound(source, madeUp(chosen, minutes, madeUpName)));
    }

    private static Optional<Round> bestRound(Bank bank, Predicate<String> fresh, int minutes) {
        return bank.rounds().stream()
                .filter(round -> round.questions().stream().allMatch(fresh))
                .filter(round -> round.minutes() <= minutes && round.minutes() * 2 >= minutes)
                .max(Comparator.comparingInt(Round::minutes));
    }

    /** Takes turns between the shifts that lead a question, in the bank's order, as long as something fits. */
    private static List<Question> balanced(List<Question> from, int minutes) {
        Map<Shift, Integer> leads = new EnumMap<>(Shift.class);
        var left = new ArrayList<>(from);
        var chosen = new ArrayList<Question>();
        int free = minutes;
        while (true) {
            int room = free;
            Optional<Question> next = left.stream()
                    .filter(question -> question.minutes() <= room)
                    .min(Comparator.comparingInt(
                            question -> leads.getOrDefault(question.shifts().getFirst(), 0)));
            if (next.isEmpty()) {
                return chosen;
            }
            Question question = next.get();
            left.remove(question);
            chosen.add(question);
            leads.merge(question.shifts().getFirst(), 1, Integer::sum);
            free -= question.minutes();
        }
    }

    private static List<Question> oldestFirst(
            Bank bank, Predicate<String> eligible, Map<String, Instant> lastPosed, int minutes) {
        List<Question> oldest = bank.questions().stream()
                .filter(question -> eligible.test(question.id()))
                .sorted(Comparator.comparing(question -> lastPosed.getOrDefault(question.id(), Instant.MIN)))
                .toList();
        var chosen = new ArrayList<Question>();
        int free = minutes;
        for (Question question : oldest) {
            if (question.minutes() <= free) {
                chosen.add(question);
                free -= question.minutes();
            }
        }
        return chosen;
    }

    private static int time(Collection<Question> questions) {
        return questions.stream().mapToInt(Question::minutes).sum();
    }

    /** A round as it is asked within a half's share. */
    static Round timed(Round round, int minutes) {
        return new Round(round.id(), round.title(), round.purpose(), round.questions(), minutes);
    }

    private static Round madeUp(List<Question> questions, int minutes, String name) {
        return new Round(MADE_UP, name, "", questions.stream().map(Question::id).toList(), minutes);
    }
}
