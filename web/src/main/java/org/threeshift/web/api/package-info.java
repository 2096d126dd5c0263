/** The HTTP API for programs: JSON in and out, problems as RFC 9457 says. */
@NullMarked
package org.threeshift.web.api;

import org.jspecify.annotations.NullMarked;
