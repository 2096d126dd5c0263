/** What locked sheets say together: the fold from a published interview to a scorecard, and the gap chart that shows it. */
@NullMarked
package org.threeshift.core.scorecard;

import org.jspecify.annotations.NullMarked;
