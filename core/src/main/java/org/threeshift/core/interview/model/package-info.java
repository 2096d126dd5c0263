/** An interview as an append-only log and a pure fold: events, states, {@code decide} and {@code evolve}. No clock, no I/O. */
@NullMarked
package org.threeshift.core.interview.model;

import org.jspecify.annotations.NullMarked;
