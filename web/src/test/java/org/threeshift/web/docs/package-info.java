/** Holds what README and docs link to. */
@NullMarked
package org.threeshift.web.docs;

import org.jspecify.annotations.NullMarked;
