/** What helps somebody to prepare for an interview, from the moment it is agreed: each side what it may know, and no more. */
@NullMarked
package org.threeshift.core.preparation;

import org.jspecify.annotations.NullMarked;
