package org.threeshift.core.interview.model;

import java.util.UUID;

/** One evidence note. Chosen by whoever sends it, so that a repeated send is the same note. */
public record EvidenceId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
