/** Tells people on their devices, by the push services of their browsers: encrypted for the browser, signed by this installation. */
@NullMarked
package org.threeshift.core.push;

import org.jspecify.annotations.NullMarked;
