/** How far raters agree: the published coefficients over any table of ratings, each with its limits or with the reason why it has no value. */
@NullMarked
package org.threeshift.core.analysis;

import org.jspecify.annotations.NullMarked;
