/** Pages as PDF: templates in XHTML, set on A4 or Letter with fonts of our own, tagged for screen readers, drawings as vectors. */
@NullMarked
package org.threeshift.web.paper;

import org.jspecify.annotations.NullMarked;
