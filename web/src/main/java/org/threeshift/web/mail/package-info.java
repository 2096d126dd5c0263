/** Sends what lies in the outbox, in the product's words and look, where a mail server is configured. */
@NullMarked
package org.threeshift.web.mail;

import org.jspecify.annotations.NullMarked;
