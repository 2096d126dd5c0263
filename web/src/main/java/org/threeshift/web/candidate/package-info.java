/** A candidate as their coach sees them: who they are, which interviews the coach may see, and the coach's own notes. */
@NullMarked
package org.threeshift.web.candidate;

import org.jspecify.annotations.NullMarked;
