package org.threeshift.web.counterexample.two;

import java.util.Optional;
import org.threeshift.web.counterexample.one.One;

/** Knows {@link One}, which knows this. */
public record Two(Optional<One> other) {}
