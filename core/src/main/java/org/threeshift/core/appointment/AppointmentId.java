package org.threeshift.core.appointment;

import java.util.UUID;

/** One appointment, for as long as it stands (UUIDv7). */
public record AppointmentId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
