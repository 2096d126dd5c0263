/** Getting in: invitations, registration, one-time links, a forgotten password, another e-mail address, and how often each may be tried. */
@NullMarked
package org.threeshift.core.entry;

import org.jspecify.annotations.NullMarked;
