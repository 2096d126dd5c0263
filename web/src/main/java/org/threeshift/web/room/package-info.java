/** The candidate's side of an interview: the door that a link opens, and the room behind it. */
@NullMarked
package org.threeshift.web.room;

import org.jspecify.annotations.NullMarked;
