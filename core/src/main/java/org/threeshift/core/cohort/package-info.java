/** Cohorts: who follows whom, what members agreed to, and which interviews a coach may therefore see. */
@NullMarked
package org.threeshift.core.cohort;

import org.jspecify.annotations.NullMarked;
