/** What may become of a pair, as types and pure rules: nothing here reads a clock or knows where pairs are kept. */
@NullMarked
package org.threeshift.core.pairs.model;

import org.jspecify.annotations.NullMarked;
