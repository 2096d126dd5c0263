/** What all screens of the console share: the frame of the page, its texts, and small parts of screens. */
@NullMarked
package org.threeshift.interviewer.shell;

import org.jspecify.annotations.NullMarked;
