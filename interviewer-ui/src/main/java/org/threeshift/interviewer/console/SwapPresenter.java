package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Texts.text;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.threeshift.core.exchange.ExchangeView;
import org.threeshift.core.exchange.Exchanges;
import org.threeshift.core.exchange.Exchanges.Swap;

/** What the interviewer says to the offer of swapping chairs. */
final class SwapPresenter {
    /** How long the answer is waited for. */
    private static final Duration SWAPS_WITHIN = Duration.ofSeconds(2);

    private final ConsolePresenter console;
    private final Exchanges exchanges;

    SwapPresenter(ConsolePresenter console, Exchanges exchanges) {
        this.console = console;
        this.exchanges = exchanges;
    }

    Screen agree() {
        return say(exchange -> exchanges.agree(exchange.id(), exchange.reader()));
    }

    Screen decline() {
        return say(exchange -> exchanges.decline(exchange.id(), exchange.reader()));
    }

    private Screen say(Function<ExchangeView, Swap> word) {
        Optional<Swap> answer =
                console.screen().exchange().flatMap(exchange -> Briefly.ask(SWAPS_WITHIN, () -> word.apply(exchange)));
        if (answer.isPresent() && answer.get() instanceof Swap.Done(var exchange)) {
            return console.exchanged(exchange);
        }
        return console.saySentence(
                Place.SWAP,
                answer.isPresent() && answer.get() instanceof Swap.Refused(var sentence)
                        ? sentence
                        : text("saved.unreachable"));
    }
}
