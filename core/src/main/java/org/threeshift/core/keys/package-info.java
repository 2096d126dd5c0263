/** What proves who somebody is, beside a password: passkeys, an authenticator app with recovery codes, and providers. */
@NullMarked
package org.threeshift.core.keys;

import org.jspecify.annotations.NullMarked;
