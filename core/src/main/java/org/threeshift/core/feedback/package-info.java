/** The reverse shift card: candidates score the feedback that they got, and interviewers see it without learning who said what. */
@NullMarked
package org.threeshift.core.feedback;

import org.jspecify.annotations.NullMarked;
