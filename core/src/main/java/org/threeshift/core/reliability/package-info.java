/** How far people can be relied on: what became of what they had agreed to, and when matching pauses for them. */
@NullMarked
package org.threeshift.core.reliability;

import org.jspecify.annotations.NullMarked;
