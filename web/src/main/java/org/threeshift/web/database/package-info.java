/** Where the data lies: a PostgreSQL of one's own, or the embedded one with its folder under the user's home. */
@NullMarked
package org.threeshift.web.database;

import org.jspecify.annotations.NullMarked;
