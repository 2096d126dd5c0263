/** Weeks of draws among members who were made up, and the sizes of draws: the figures of docs/matching.md. */
@NullMarked
package org.threeshift.core.pairing.simulation;

import org.jspecify.annotations.NullMarked;
