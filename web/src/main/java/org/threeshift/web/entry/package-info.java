/** The doors: signing in, registering, one-time links, a forgotten password, another address, and invitations. */
@NullMarked
package org.threeshift.web.entry;

import org.jspecify.annotations.NullMarked;
