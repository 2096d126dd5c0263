package org.threeshift.core.walls.counterexample.one;

import java.util.Optional;
import org.threeshift.core.walls.counterexample.two.Two;

/** Knows {@link Two}, which knows this. */
public record One(Optional<Two> other) {}
