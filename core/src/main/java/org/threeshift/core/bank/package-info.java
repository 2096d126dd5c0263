/** Banks of questions: what they hold, how their files are read and checked, and how published versions stay frozen. */
@NullMarked
package org.threeshift.core.bank;

import org.jspecify.annotations.NullMarked;
