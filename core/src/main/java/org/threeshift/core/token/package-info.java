/** Personal access tokens: what a person's programs use the API with. */
@NullMarked
package org.threeshift.core.token;

import org.jspecify.annotations.NullMarked;
