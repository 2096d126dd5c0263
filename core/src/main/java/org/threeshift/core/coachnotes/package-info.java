/** What coaches note about the candidates whom they follow: for themselves, and never for the candidates' screens. */
@NullMarked
package org.threeshift.core.coachnotes;

import org.jspecify.annotations.NullMarked;
