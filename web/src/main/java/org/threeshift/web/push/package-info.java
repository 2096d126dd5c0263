/** Messages on devices: which browsers a person allowed, the worker that shows them there, and when they leave. */
@NullMarked
package org.threeshift.web.push;

import org.jspecify.annotations.NullMarked;
