/** Hosting an interview: choosing round, candidate and time, handing out the link, and each interview's own page. */
@NullMarked
package org.threeshift.web.host;

import org.jspecify.annotations.NullMarked;
