/** How a guest keeps an interview: by an account, once whoever reads the mail of its address has said so. */
@NullMarked
package org.threeshift.core.keep;

import org.jspecify.annotations.NullMarked;
