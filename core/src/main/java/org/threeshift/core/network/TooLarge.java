package org.threeshift.core.network;

import java.io.IOException;

/** More than is read. */
final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
}
