package org.threeshift.interviewer.console;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.threeshift.core.pairs.Pairs;

/** Where two who were put together change or call off what they agreed on. */
@Component
final class PairPages {
    private final ObjectProvider<Pairs> pairs;

    /** A console alone, as in tests, has none. */
    PairPages(ObjectProvider<Pairs> pairs) {
        this.pairs = pairs;
    }

    /** Of the pair of which the interview is a half, the second one too; absent for whoever is not of it. */
    Optional<String> of(Screen screen) {
        var first = screen.exchange()
                .map(exchange -> exchange.first().id())
                .orElse(screen.view().id());
        return pairs.stream()
                .flatMap(all -> all.of(first, screen.person().id()).stream())
                .map(pair -> "/practice/pairs/" + pair.id())
                .findFirst();
    }
}
