package org.threeshift.core.mail;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.threeshift.core.retention.Sweep;
import org.threeshift.core.settings.Settings;

/** Messages that were posted more days ago than the settings say, whether or not they left. */
@Component
final class OldMail implements Sweep {
    private final Outbox outbox;
    private final Settings settings;

    OldMail(Outbox outbox, Settings settings) {
        this.outbox = outbox;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "outbox";
    }

    @Override
    public int sweep(Instant now) {
        return outbox.sweep(now.minus(Duration.ofDays(settings.current().mailDays())));
    }
}
