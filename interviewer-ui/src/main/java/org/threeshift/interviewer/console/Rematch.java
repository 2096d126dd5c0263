package org.threeshift.interviewer.console;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.pairs.Pairs;
import org.threeshift.core.pairs.WaitingRoom;
import org.threeshift.core.pairs.model.PairState;

/** Another partner for whoever waited in vain for the one whom they were put together with. */
@Component
final class Rematch {
    private final ObjectProvider<Pairs> pairs;
    private final ObjectProvider<WaitingRoom> room;

    /** A console alone, as in tests, has neither. */
    Rematch(ObjectProvider<Pairs> pairs, ObjectProvider<WaitingRoom> room) {
        this.pairs = pairs;
        this.room = room;
    }

    /** Whether the interview ended because the other one of a pair, or of a meeting among peers, did not come. */
    boolean isFor(Screen screen) {
        return screen.phase() == Phase.CANCELLED
                && screen.view().setup().kind() == Kind.PEER
                && screen.view().cancelled().filter(String::isEmpty).isPresent()
                && (ofPair(screen)
                        || room.stream()
                                .anyMatch(line ->
                                        line.waitedInVain(screen.person().id())));
    }

    private boolean ofPair(Screen screen) {
        return pairs.stream()
                .flatMap(all -> all.of(screen.view().id(), screen.person().id()).stream())
                .anyMatch(pair -> !pair.hadPart() && !(pair.state() instanceof PairState.Kept));
    }

    /** Into the line, in front. */
    void begin(Screen screen) {
        room.ifAvailable(line -> line.join(screen.person()));
    }
}
