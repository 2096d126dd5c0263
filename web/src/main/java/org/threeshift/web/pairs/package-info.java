/** The pages of pairs: a proposed one and what becomes of it, the waiting room, and an admin's draws. */
@NullMarked
package org.threeshift.web.pairs;

import org.jspecify.annotations.NullMarked;
