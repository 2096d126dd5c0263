/** The application: starts everything and says where it is. */
@NullMarked
package org.threeshift.web;

import org.jspecify.annotations.NullMarked;
