/** The live lines that this node holds to open pages, whatever is told on them. */
@NullMarked
package org.threeshift.web.live;

import org.jspecify.annotations.NullMarked;
