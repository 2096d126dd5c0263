/** Messages to people: posted with the event that they tell of, and kept in an outbox until they left. */
@NullMarked
package org.threeshift.core.mail;

import org.jspecify.annotations.NullMarked;
