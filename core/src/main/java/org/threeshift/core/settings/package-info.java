/** What this installation wants of itself: one set of settings, which an admin changes while it runs. */
@NullMarked
package org.threeshift.core.settings;

import org.jspecify.annotations.NullMarked;
