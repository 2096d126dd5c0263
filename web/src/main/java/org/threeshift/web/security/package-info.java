/** Who is asking and where they may go at all: sessions, sign-in state, and the coarse rules of each address. */
@NullMarked
package org.threeshift.web.security;

import org.jspecify.annotations.NullMarked;
