/** How far raters agree, for tables of ratings from elsewhere: a page and a call of the API. Nothing that is sent is kept. */
@NullMarked
package org.threeshift.web.analysis;

import org.jspecify.annotations.NullMarked;
