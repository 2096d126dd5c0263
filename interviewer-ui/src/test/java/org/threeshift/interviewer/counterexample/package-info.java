/** Code that the walls must refuse. */
@NullMarked
package org.threeshift.interviewer.counterexample;

import org.jspecify.annotations.NullMarked;
