package org.threeshift.core.erasure;

import java.time.InstantSource;
import org.springframework.stereotype.Component;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.retention.GuestEraser;

/** Guests whose time is over leave as everybody else does, without a wait. */
@Component
final class GuestErasure implements GuestEraser {
    private final Erasures erasures;
    private final InstantSource time;

    GuestErasure(Erasures erasures, InstantSource time) {
        this.erasures = erasures;
        this.time = time;
    }

    @Override
    public void erase(PersonId guest) {
        erasures.eraseNow(guest, time.instant());
    }
}
