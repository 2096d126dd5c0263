/** Signing in by a provider that speaks OpenID Connect: which there are, the way there, and the check of what comes back. */
@NullMarked
package org.threeshift.web.openid;

import org.jspecify.annotations.NullMarked;
