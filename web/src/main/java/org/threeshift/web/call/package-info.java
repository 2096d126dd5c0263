/** The call's addresses, for room and console alike: who is in, and signals from page to page. Sound and pictures go from browser to browser. */
@NullMarked
package org.threeshift.web.call;

import org.jspecify.annotations.NullMarked;
