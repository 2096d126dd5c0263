/** What interviewers learn of their own interviewing: how much, how their levels spread, how they compare, and what they owe. */
@NullMarked
package org.threeshift.core.interviewing;

import org.jspecify.annotations.NullMarked;
