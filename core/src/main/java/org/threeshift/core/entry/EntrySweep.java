package org.threeshift.core.entry;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.threeshift.core.retention.Sweep;

/** What nobody needs to get in any more: links and registrations a week after they ended, invitations after three months, what was tried after two days. */
@Component
final class EntrySweep implements Sweep {
    /** Until then their page says that they are over. */
    private static final Duration LINKS_TOLD_FOR = Duration.ofDays(7);

    private static final Duration INVITES_LISTED_FOR = Duration.ofDays(90);
    private static final Duration DEVICES_KNOWN_FOR = Duration.ofDays(400);
    /** Longer than any pace remembers. */
    private static final Duration TRIES_KNOWN_FOR = Duration.ofDays(2);

    private final MailedLinks links;
    private final Registrations registrations;
    private final AddressChanges changes;
    private final Invites invites;
    private final Devices devices;
    private final Throttle throttle;

    EntrySweep(
            MailedLinks links,
            Registrations registrations,
            AddressChanges changes,
            Invites invites,
            Devices devices,
            Throttle throttle) {
        this.links = links;
        this.registrations = registrations;
        this.changes = changes;
        this.invites = invites;
        this.devices = devices;
        this.throttle = throttle;
    }

    @Override
    public String name() {
        return "ways-in";
    }

    @Override
    public int sweep(Instant now) {
        Instant told = now.minus(LINKS_TOLD_FOR);
        return links.removeOver(told)
                + registrations.removeOver(told)
                + changes.removeOver(told)
                + invites.removeOver(now.minus(INVITES_LISTED_FOR))
                + devices.forgetBefore(now.minus(DEVICES_KNOWN_FOR))
                + throttle.forgetBefore(now.minus(TRIES_KNOWN_FOR));
    }
}
