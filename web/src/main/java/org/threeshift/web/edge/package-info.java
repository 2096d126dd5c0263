/** Where requests come in: which proxies are believed, what a request is called in the log, and how cookies are named. */
@NullMarked
package org.threeshift.web.edge;

import org.jspecify.annotations.NullMarked;
