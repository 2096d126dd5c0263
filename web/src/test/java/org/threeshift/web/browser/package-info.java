/** A real browser for tests, and the look that it takes at every screen. */
@NullMarked
package org.threeshift.web.browser;

import org.jspecify.annotations.NullMarked;
