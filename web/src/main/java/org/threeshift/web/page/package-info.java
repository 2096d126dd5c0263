/** What every page shares: its frame, its words, its assets and the way from a view's name to HTML. */
@NullMarked
package org.threeshift.web.page;

import org.jspecify.annotations.NullMarked;
