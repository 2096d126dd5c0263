/** Mail for those who are invited to an interview by an address and have no account: that they are asked, that it moved, that it is off. */
@NullMarked
package org.threeshift.core.invitee;

import org.jspecify.annotations.NullMarked;
