/** Where an admin sees how the installation does, and says what it shall do. */
@NullMarked
package org.threeshift.web.admin;

import org.jspecify.annotations.NullMarked;
