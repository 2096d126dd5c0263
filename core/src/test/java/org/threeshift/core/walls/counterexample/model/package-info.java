/** A model that breaks its walls on purpose. */
@NullMarked
package org.threeshift.core.walls.counterexample.model;

import org.jspecify.annotations.NullMarked;
