/** Signing in, the first start, and what people change about their own account. */
@NullMarked
package org.threeshift.web.account;

import org.jspecify.annotations.NullMarked;
