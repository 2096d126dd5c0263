/** A real PostgreSQL for tests: one server a run, a migrated database of its own for each test class. */
@NullMarked
package org.threeshift.core.database;

import org.jspecify.annotations.NullMarked;
