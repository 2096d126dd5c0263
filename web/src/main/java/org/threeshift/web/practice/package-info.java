/** Practice with others: what one practises for, when one can, whom one met, how far one can be relied on; and reports, for admins. */
@NullMarked
package org.threeshift.web.practice;

import org.jspecify.annotations.NullMarked;
