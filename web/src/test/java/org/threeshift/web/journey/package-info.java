/** The whole product as people meet it: the packaged application in a process of its own, and a real browser. */
@NullMarked
package org.threeshift.web.journey;

import org.jspecify.annotations.NullMarked;
