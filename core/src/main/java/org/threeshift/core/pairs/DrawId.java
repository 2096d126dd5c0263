package org.threeshift.core.pairs;

import java.util.UUID;

/** One draw, for ever (UUIDv7). */
record DrawId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
