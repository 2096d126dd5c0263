/** Accounts and guests: who there is, and what they say about themselves. */
@NullMarked
package org.threeshift.core.people;

import org.jspecify.annotations.NullMarked;
