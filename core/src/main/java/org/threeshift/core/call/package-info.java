/** The call of an interview: who may be in it, and how their browsers find each other. What they say to each other never comes here. */
@NullMarked
package org.threeshift.core.call;

import org.jspecify.annotations.NullMarked;
