/** Where the candidates of a cohort stand, what each of them needs, and what a session of theirs showed: for their coaches. */
@NullMarked
package org.threeshift.core.following;

import org.jspecify.annotations.NullMarked;
