/** Accounts, roles and cohorts, and who may see what. */
@NullMarked
package org.threeshift.core.people;

import org.jspecify.annotations.NullMarked;
