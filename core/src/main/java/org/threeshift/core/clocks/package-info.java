/** Countries change their clocks: what people agreed on stays at the hour that their wall clock will show, and they are told. */
@NullMarked
package org.threeshift.core.clocks;

import org.jspecify.annotations.NullMarked;
