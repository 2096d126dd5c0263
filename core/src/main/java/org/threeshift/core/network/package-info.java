/** Asks servers whose addresses people gave: by https, within limits, and never one that only this machine or its network reaches. */
@NullMarked
package org.threeshift.core.network;

import org.jspecify.annotations.NullMarked;
