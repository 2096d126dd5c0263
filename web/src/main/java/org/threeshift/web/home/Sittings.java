package org.threeshift.web.home;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.web.exchange.ExchangeCard;

/** Exchanges that are not over yet, each as one thing with the lines of its two halves. */
public record Sittings(List<Sitting> all) {
    public Sittings {
        all = List.copyOf(all);
    }

    /**
     * One exchange on home.
     *
     * @param halves the lines of the halves that are set up, the first one first
     */
    public record Sitting(ExchangeCard card, List<Half> halves) {
        public Sitting {
            halves = List.copyOf(halves);
        }

        /** Whether the reader has to do something in it before it can go on. */
        public boolean mine() {
            return card.asksReader()
                    || card.goesTo().isPresent()
                    || halves.stream().anyMatch(half -> half.line().mine());
        }
    }

    /** @param name first or second */
    public record Half(String name, Line line) {}

    /** @param unfinished every line of home that stands for an interview which is not over */
    static Sittings of(List<ExchangeCard> exchanges, List<Line> unfinished, List<Line> published) {
        Map<InterviewId, Line> lines = Stream.concat(unfinished.stream(), published.stream())
                .collect(Collectors.toMap(line -> line.entry().id(), Function.identity(), (one, _) -> one));
        Set<InterviewId> open =
                unfinished.stream().map(line -> line.entry().id()).collect(Collectors.toSet());
        return new Sittings(exchanges.stream()
                .map(card -> new Sitting(card, halves(card, lines)))
                .filter(sitting -> !sitting.card().view().over()
                        || sitting.halves().stream()
                                .anyMatch(half ->
                                        open.contains(half.line().entry().id())))
                .sorted(Comparator.comparing(
                        sitting -> sitting.card().first().half().startsAt()))
                .toList());
    }

    /** Every exchange, those that are not over first. */
    static Sittings ofAll(List<ExchangeCard> exchanges, List<Line> lines) {
        Map<InterviewId, Line> known = lines.stream()
                .collect(Collectors.toMap(line -> line.entry().id(), Function.identity(), (one, _) -> one));
        // They come the newest first, and each of the two parts stays so.
        return new Sittings(exchanges.stream()
                .map(card -> new Sitting(card, halves(card, known)))
                .sorted(Comparator.comparing(sitting -> sitting.card().view().over()))
                .toList());
    }

    private static List<Half> halves(ExchangeCard card, Map<InterviewId, Line> lines) {
        Optional<Half> first =
                Optional.ofNullable(lines.get(card.first().half().id())).map(line -> new Half("first", line));
        Optional<Half> second = card.second()
                .flatMap(half -> Optional.ofNullable(lines.get(half.half().id())))
                .map(line -> new Half("second", line));
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** Those lines that stand for no half of these exchanges. */
    List<Line> without(List<Line> lines) {
        var shown = new HashSet<InterviewId>();
        all.forEach(sitting ->
                sitting.halves().forEach(half -> shown.add(half.line().entry().id())));
        return lines.stream().filter(line -> !shown.contains(line.entry().id())).toList();
    }
}
