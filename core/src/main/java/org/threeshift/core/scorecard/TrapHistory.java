package org.threeshift.core.scorecard;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.threeshift.core.bank.Question;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.rubric.TrapJudgement;

/**
 * What became of each family of traps over several interviews of one candidate, by the overall judgement of each trap.
 *
 * @param families those that somebody judged, the most falls first, then the most recoveries, then by name
 */
public record TrapHistory(List<Family> families) {
    public TrapHistory {
        families = List.copyOf(families);
    }

    /** What to do about a family of traps. */
    public enum Advice {
        /** They stepped into none. */
        NOTHING,
        /** They climbed out at least as often as they stayed in: they know it, and need to be reminded before they answer. */
        REMINDER,
        /** They stayed in more often than they climbed out: there is something to understand first. */
        CONCEPT
    }

    /**
     * @param key      as in the bank, lower-case words joined by hyphens
     * @param tally    over all interviews
     * @param occasions what the tally counts, the oldest first
     * @param question the latest question on which they stepped into one; absent when they never did
     */
    public record Family(String key, TrapTally tally, List<Occasion> occasions, Optional<Question> question) {
        public Family {
            occasions = List.copyOf(occasions);
        }

        public Advice advice() {
            OptionalDouble rate = tally.recoveryRate();
            if (rate.isEmpty()) {
                return Advice.NOTHING;
            }
            return rate.getAsDouble() >= 0.5 ? Advice.REMINDER : Advice.CONCEPT;
        }

        /** At most so many of them, the newest first. */
        public List<Occasion> latest(int most) {
            return occasions.reversed().stream().limit(most).toList();
        }

        /** As people say it. */
        public String name() {
            return nameOf(key);
        }

        /** As in "Vanity metrics: stepped into 3 of 4, climbed out of 0". */
        public String sentence() {
            return Sentences.text("trap.history", name(), tally.in(), tally.total(), tally.recovered());
        }

        /** What helps: the concept to learn, or what to call to mind before the answer; empty when nothing needs help. */
        public String help() {
            return switch (advice()) {
                case NOTHING -> "";
                case REMINDER ->
                    Sentences.known("trap." + key + ".reminder").orElseGet(() -> holds("trap.any.reminder"));
                case CONCEPT -> Sentences.known("trap." + key + ".concept").orElseGet(() -> holds("trap.any.concept"));
            };
        }

        private String holds(String sentence) {
            return Sentences.text(
                    sentence,
                    question.map(asked -> asked.strategicAnswer().holds().getFirst())
                            .orElse(""));
        }
    }

    /** That one trap was met in one interview. */
    public record Occasion(
            InterviewId interview, Instant startedAt, Question question, Question.Trap trap, TrapJudgement became) {}

    /** What people call a family of traps. */
    public static String nameOf(String family) {
        return Sentences.known("trap." + family + ".name").orElseGet(() -> family.replace('-', ' '));
    }

    /** @param oldestFirst the candidate's scorecards */
    public static TrapHistory of(Collection<Scorecard> oldestFirst) {
        Map<String, List<Occasion>> met = oldestFirst.stream()
                .flatMap(card -> card.questions().stream()
                        .flatMap(question -> question.traps().stream()
                                .flatMap(trap -> trap.overall().stream()
                                        .map(became -> new Occasion(
                                                card.interview(),
                                                card.startedAt(),
                                                question.question(),
                                                trap.trap(),
                                                became)))))
                .collect(Collectors.groupingBy(one -> one.trap().family(), LinkedHashMap::new, Collectors.toList()));
        return new TrapHistory(met.entrySet().stream()
                .map(entry -> family(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(
                                (Family family) -> -family.tally().fell())
                        .thenComparingInt(family -> -family.tally().recovered())
                        .thenComparing(Family::key))
                .toList());
    }

    private static Family family(String key, List<Occasion> met) {
        return new Family(
                key,
                new TrapTally(
                        count(met, TrapJudgement.AVOIDED),
                        count(met, TrapJudgement.RECOVERED),
                        count(met, TrapJudgement.FELL)),
                met,
                met.reversed().stream()
                        .filter(one -> one.became() != TrapJudgement.AVOIDED)
                        .map(Occasion::question)
                        .findFirst());
    }

    private static int count(List<Occasion> met, TrapJudgement judgement) {
        return (int) met.stream().filter(one -> one.became() == judgement).count();
    }

    /** Over all families. */
    public TrapTally tally() {
        return new TrapTally(
                families.stream().mapToInt(family -> family.tally().avoided()).sum(),
                families.stream().mapToInt(family -> family.tally().recovered()).sum(),
                families.stream().mapToInt(family -> family.tally().fell()).sum());
    }

    /** Those with something to do about them. */
    public List<Family> toWorkOn() {
        return families.stream()
                .filter(family -> family.advice() != Advice.NOTHING)
                .toList();
    }
}
