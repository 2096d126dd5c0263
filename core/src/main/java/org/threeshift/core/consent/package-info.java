/** What people agree to before something of theirs is kept or shown: texts with versions, and who agreed to which of them when. */
@NullMarked
package org.threeshift.core.consent;

import org.jspecify.annotations.NullMarked;
