/** What people think of those they practised with: favourites, blocks that the other never sees, and reports to the admins. */
@NullMarked
package org.threeshift.core.relations;

import org.jspecify.annotations.NullMarked;
