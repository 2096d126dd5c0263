/** How the installation does: its nodes and its database, for whoever runs it. */
@NullMarked
package org.threeshift.core.health;

import org.jspecify.annotations.NullMarked;
