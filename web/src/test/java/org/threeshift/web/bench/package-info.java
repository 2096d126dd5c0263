/** How fast and how large the packaged product is: measured by {@code ./threeshift bench}, told in docs/performance.md. */
@NullMarked
package org.threeshift.web.bench;

import org.jspecify.annotations.NullMarked;
