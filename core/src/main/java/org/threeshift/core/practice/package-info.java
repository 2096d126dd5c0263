/** What members practise for, when and how often, and whether the next draw may match them. */
@NullMarked
package org.threeshift.core.practice;

import org.jspecify.annotations.NullMarked;
