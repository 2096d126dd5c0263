/** The call as both faces show it: one custom element, its words, and the component that puts it into the console. */
@NullMarked
package org.threeshift.interviewer.call;

import org.jspecify.annotations.NullMarked;
