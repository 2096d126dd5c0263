/** A face that breaks its walls on purpose. */
@NullMarked
package org.threeshift.web.counterexample;

import org.jspecify.annotations.NullMarked;
