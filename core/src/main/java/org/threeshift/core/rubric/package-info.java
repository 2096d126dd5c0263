/** The vocabulary of scoring: shifts, skills, levels, rungs, verdicts. Pure values, used by everything else. */
@NullMarked
package org.threeshift.core.rubric;

import org.jspecify.annotations.NullMarked;
