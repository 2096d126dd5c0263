/** An interviewer's own page: how they interview. */
@NullMarked
package org.threeshift.web.interviewing;

import org.jspecify.annotations.NullMarked;
