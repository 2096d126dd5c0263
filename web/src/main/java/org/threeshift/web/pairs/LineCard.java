package org.threeshift.web.pairs;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.threeshift.core.pairs.Estimate;
import org.threeshift.core.pairs.PairView;
import org.threeshift.core.pairs.WaitingRoom.Ahead;
import org.threeshift.core.pairs.WaitingRoom.Hindrance;
import org.threeshift.core.pairs.WaitingRoom.Standing;
import org.threeshift.web.page.Texts;

/**
 * How somebody stands in the waiting room.
 *
 * @param state     the end of text keys
 * @param others    how many wait besides
 * @param hindrance what keeps them out
 * @param ended     how what was just offered ended, or their waiting, as a text key has it
 * @param estimate  what waiting at this hour led to before; absent when nobody can tell
 * @param pair      that was found
 * @param goesTo    where to go on, once both have tapped
 */
public record LineCard(
        String state,
        Optional<Instant> since,
        int others,
        Optional<Hindrance> hindrance,
        Optional<String> ended,
        Optional<Estimate> estimate,
        Optional<PairCard> pair,
        Optional<String> goesTo) {

    static LineCard of(Standing standing, Optional<Estimate> estimate, PairCards cards) {
        return switch (standing) {
            case Standing.Outside(var hindrance, var ended) ->
                new LineCard(
                        "outside",
                        Optional.empty(),
                        0,
                        hindrance,
                        ended.map(Texts::constant),
                        estimate,
                        Optional.empty(),
                        Optional.empty());
            case Standing.Waiting(var since, var others, var ended) ->
                new LineCard(
                        "waiting",
                        Optional.of(since),
                        others,
                        Optional.empty(),
                        ended.map(Texts::constant),
                        estimate,
                        Optional.empty(),
                        Optional.empty());
            case Standing.Found(var pair) -> found(pair, estimate, cards);
            case Standing.Together(var pair) ->
                new LineCard(
                        "together",
                        Optional.empty(),
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        estimate,
                        Optional.empty(),
                        Optional.of(cards.of(pair).goesTo()));
        };
    }

    private static LineCard found(PairView pair, Optional<Estimate> estimate, PairCards cards) {
        return new LineCard(
                pair.asksReader() ? "found" : "tapped",
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty(),
                estimate,
                Optional.of(cards.of(pair)),
                Optional.empty());
    }

    boolean outside() {
        return state.equals("outside");
    }

    /** As whoever has just pressed that they leave reads it: nothing ended but their waiting, by their own doing. */
    LineCard left() {
        return outside()
                ? new LineCard(state, since, others, hindrance, Optional.of("left"), estimate, pair, goesTo)
                : this;
    }

    /** What they have before an exchange would be over. */
    public Optional<Ahead> busy() {
        return hindrance
                .filter(Hindrance.Busy.class::isInstance)
                .map(Hindrance.Busy.class::cast)
                .map(Hindrance.Busy::ahead);
    }

    /** Whether they have yet to say what they practise for. */
    public boolean nothingSaid() {
        return hindrance.filter(Hindrance.NothingSaid.class::isInstance).isPresent();
    }

    /** How long they have waited. */
    public long seconds(Instant now) {
        return since.map(began -> Math.max(0, Duration.between(began, now).toSeconds()))
                .orElse(0L);
    }

    /** How long there is to tap. */
    public long secondsLeft(Instant now) {
        return pair.flatMap(card -> card.view().confirmBy())
                .map(by -> Math.max(0, Duration.between(now, by).toSeconds()))
                .orElse(0L);
    }

    /** Changes when the reader sees something else; the time that passes is the script's. */
    public String version() {
        return state
                + others
                + pair.map(card -> card.view().id().toString()).orElse("")
                + hindrance.map(Object::toString).orElse("")
                + ended.orElse("");
    }
}
