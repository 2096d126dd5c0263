/** How a person proves who they are: password, passkeys, second factor and providers, and the devices that are signed in. */
@NullMarked
package org.threeshift.web.keys;

import org.jspecify.annotations.NullMarked;
