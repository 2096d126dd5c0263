package org.threeshift.web.counterexample.one;

import java.util.Optional;
import org.threeshift.web.counterexample.two.Two;

/** Knows {@link Two}, which knows this. */
public record One(Optional<Two> other) {}
