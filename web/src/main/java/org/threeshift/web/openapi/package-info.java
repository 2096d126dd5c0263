/** The description of the API, for programs and for people. */
@NullMarked
package org.threeshift.web.openapi;

import org.jspecify.annotations.NullMarked;
