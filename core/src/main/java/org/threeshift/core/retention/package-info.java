/** What is kept no longer than it must be: each feature says what it removes, and a nightly job does so. */
@NullMarked
package org.threeshift.core.retention;

import org.jspecify.annotations.NullMarked;
