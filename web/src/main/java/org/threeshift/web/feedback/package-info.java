/** The pages of the reverse shift card: candidates give it, interviewers read what is theirs. */
@NullMarked
package org.threeshift.web.feedback;

import org.jspecify.annotations.NullMarked;
