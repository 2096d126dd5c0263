package org.threeshift.core.walls.counterexample.two;

import java.util.Optional;
import org.threeshift.core.walls.counterexample.one.One;

/** Knows {@link One}, which knows this. */
public record Two(Optional<One> other) {}
