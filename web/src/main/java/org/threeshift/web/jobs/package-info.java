/** Work that runs by itself, later or again and again: once, on any node. */
@NullMarked
package org.threeshift.web.jobs;

import org.jspecify.annotations.NullMarked;
