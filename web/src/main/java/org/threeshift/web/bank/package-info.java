/** The question banks of the installation, and publishing one from a file. */
@NullMarked
package org.threeshift.web.bank;

import org.jspecify.annotations.NullMarked;
