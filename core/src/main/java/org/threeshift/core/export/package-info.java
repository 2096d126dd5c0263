/** Everything about oneself as a file: made in the background, fetched once, gone after that. */
@NullMarked
package org.threeshift.core.export;

import org.jspecify.annotations.NullMarked;
