package org.threeshift.web.home;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.threeshift.core.evening.EveningViews.Asked;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.web.home.Sittings.Sitting;
import org.threeshift.web.next.Pressing;
import org.threeshift.web.pairs.PairCard;

/** What lies ahead of somebody, whatever it is: one list in the order of its time, and nothing twice. */
public sealed interface Ahead {
    /** When it is. */
    Instant at();

    /** A pair of which somebody's word is awaited. */
    record Pair(PairCard card) implements Ahead {
        @Override
        public Instant at() {
            return card.view().hour().from();
        }
    }

    record Exchange(Sitting sitting) implements Ahead {
        @Override
        public Instant at() {
            return sitting.card().first().half().startsAt();
        }
    }

    /**
     * A practice evening that asks whether somebody comes, to which they come, or which they lead. Its meetings stand there as exchanges.
     *
     * @param open whether it waits for their word
     */
    record Evening(org.threeshift.core.evening.Evening evening, boolean open, boolean leads) implements Ahead {
        @Override
        public Instant at() {
            return evening.span().from();
        }
    }

    record Interview(Line line) implements Ahead {
        @Override
        public Instant at() {
            return line.at();
        }
    }

    /**
     * A pair of which a word is awaited stands there for what came of it already, and what home shows as pressing for itself.
     *
     * @param asked evenings to which somebody was asked
     * @param led   evenings that they lead
     * @param lines of interviews that are no halves of these exchanges
     */
    static List<Ahead> of(
            List<PairCard> pairs,
            List<Asked> asked,
            List<org.threeshift.core.evening.Evening> led,
            List<Sitting> exchanges,
            List<Line> lines,
            Pressing next) {
        Set<InterviewId> paired = new HashSet<>();
        pairs.forEach(card -> paired.add(card.view().first()));
        Stream<Ahead> words = pairs.stream()
                .filter(card ->
                        !next.about(card.view().id()) && !next.about(card.view().first()))
                .map(Pair::new);
        Stream<Ahead> evenings = Stream.concat(
                        asked.stream()
                                .filter(one -> one.open() || one.comes())
                                .map(one -> new Evening(one.evening(), one.open(), false)),
                        led.stream().map(one -> new Evening(one, false, true)))
                .filter(one -> !next.about(one.evening().id()))
                .map(Function.identity());
        Stream<Ahead> sittings = exchanges.stream()
                .filter(sitting ->
                        !paired.contains(sitting.card().first().half().id()))
                .filter(sitting -> !isAbout(next, sitting))
                .map(Exchange::new);
        Stream<Ahead> interviews =
                lines.stream().filter(line -> !next.about(line.entry().id())).map(Interview::new);
        return Stream.of(words, evenings, sittings, interviews)
                .flatMap(Function.identity())
                .sorted(Comparator.comparing(Ahead::at))
                .toList();
    }

    /** Once the first half has begun its line says more than what presses does. */
    private static boolean isAbout(Pressing next, Sitting sitting) {
        return sitting.card().first().half().phase() == Phase.SCHEDULED && isOf(next, sitting);
    }

    private static boolean isOf(Pressing next, Sitting sitting) {
        return next.about(sitting.card().view().id())
                || sitting.halves().stream()
                        .anyMatch(half -> next.about(half.line().entry().id()));
    }
}
