/** What is kept about people: the page that says so, everything about oneself as a file, erasure, and the glass that admins break. */
@NullMarked
package org.threeshift.web.keeping;

import org.jspecify.annotations.NullMarked;
