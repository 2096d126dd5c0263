/** Where people's open hours are kept: when members can practise, and when coaches can be booked. */
@NullMarked
package org.threeshift.core.availability;

import org.jspecify.annotations.NullMarked;
