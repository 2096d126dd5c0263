package org.threeshift.core.practice;

import java.util.Optional;
import java.util.stream.Stream;

/** What somebody said about the next draw alone, whatever their pace. Forgotten once it was drawn. */
public enum NextDraw {
    IN,
    OUT;

    public static Optional<NextDraw> of(String name) {
        return Stream.of(values()).filter(next -> next.name().equals(name)).findFirst();
    }
}
