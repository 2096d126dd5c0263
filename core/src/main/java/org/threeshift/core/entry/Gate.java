package org.threeshift.core.entry;

import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import org.threeshift.core.entry.Throttle.Kind;
import org.threeshift.core.entry.Throttle.Pass;

/**
 * Counts what somebody not signed in tries: by network, and by the address typed or, in a browser in which its owner signed in before, by that
 * browser.
 */
@Component
final class Gate {
    /** What is tried: the kinds that count it. */
    enum Way {
        SIGN_IN(Kind.SIGN_IN_NETWORK, Kind.SIGN_IN_ACCOUNT, Kind.SIGN_IN_DEVICE),
        MAIL(Kind.MAIL_NETWORK, Kind.MAIL_ACCOUNT, Kind.MAIL_DEVICE);

        private final Kind network;
        private final Kind account;
        private final Kind device;

        Way(Kind network, Kind account, Kind device) {
            this.network = network;
            this.account = account;
            this.device = device;
        }
    }

    private record Subject(Kind kind, String name) {}

    private final Throttle throttle;
    private final Devices devices;
    private final InstantSource time;

    Gate(Throttle throttle, Devices devices, InstantSource time) {
        this.throttle = throttle;
        this.devices = devices;
        this.time = time;
    }

    /** @param email as tidied */
    Pass pass(Way way, String email, Origin from) {
        Instant now = time.instant();
        if (from.network().isPresent()
                && throttle.pass(way.network, from.network().get(), now) instanceof Pass.Wait wait) {
            return wait;
        }
        Subject subject = subject(way, email, from);
        return throttle.pass(subject.kind(), subject.name(), now);
    }

    /** It came right. */
    void right(Way way, String email, Origin from) {
        Instant now = time.instant();
        from.network().ifPresent(network -> throttle.giveBack(way.network, network, now));
        Subject subject = subject(way, email, from);
        throttle.forget(subject.kind(), subject.name());
    }

    private Subject subject(Way way, String email, Origin from) {
        return from.browser()
                .filter(browser -> devices.knows(browser, email))
                .map(browser -> new Subject(way.device, browser.text() + " " + email))
                .orElseGet(() -> new Subject(way.account, email));
    }
}
