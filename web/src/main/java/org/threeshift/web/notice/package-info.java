/** A person's messages, the bell that counts the new ones, and by which ways they want more. */
@NullMarked
package org.threeshift.web.notice;

import org.jspecify.annotations.NullMarked;
