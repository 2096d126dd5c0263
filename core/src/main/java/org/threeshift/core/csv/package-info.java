/** Tables from other programs and for them: read as people write them, written so that no spreadsheet takes words for a formula. */
@NullMarked
package org.threeshift.core.csv;

import org.jspecify.annotations.NullMarked;
