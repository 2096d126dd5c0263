/** The audit trail: who did what, when, from where, on whom. It only grows. */
@NullMarked
package org.threeshift.core.audit;

import org.jspecify.annotations.NullMarked;
