/** The page on which people make and revoke the tokens of their programs. */
@NullMarked
package org.threeshift.web.token;

import org.jspecify.annotations.NullMarked;
