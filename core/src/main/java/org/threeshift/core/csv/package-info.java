/** Tables for other programs, written so that no spreadsheet takes somebody's words for a formula. */
@NullMarked
package org.threeshift.core.csv;

import org.jspecify.annotations.NullMarked;
