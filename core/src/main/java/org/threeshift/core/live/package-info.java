/** The bell: tells every node that an interview's log has grown. A missed ring costs latency, never data. */
@NullMarked
package org.threeshift.core.live;

import org.jspecify.annotations.NullMarked;
