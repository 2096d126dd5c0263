/** Where time, ids and secrets come from: one place, so that tests can say what they are. */
@NullMarked
package org.threeshift.core.id;

import org.jspecify.annotations.NullMarked;
