package org.threeshift.web.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.threeshift.core.push.PushDevice;
import org.threeshift.core.push.PushDevices;
import org.threeshift.web.page.Texts;
import org.threeshift.web.security.DeviceWords;

/**
 * Where the reader of a page is told by push.
 *
 * @param serverKey by which a browser asks its push service; empty where this installation has none
 * @param problem   what came of turning it on, for the reader; may be empty
 */
public record ToldDevices(String serverKey, List<Told> devices, String problem) {
    public ToldDevices {
        devices = List.copyOf(devices);
    }

    /**
     * @param name such as "Firefox on Android"
     * @param current whether it is reached from here
     * @param mark by which the page finds out that it is its own browser
     */
    public record Told(
            UUID id, String name, boolean current, String mark, Instant addedAt, Optional<Instant> reachedAt) {
        static Told of(PushDevice device, Texts texts) {
            return new Told(
                    device.id(),
                    DeviceWords.of(device.agent()).text(texts),
                    device.current(),
                    device.mark(),
                    device.addedAt(),
                    device.reachedAt());
        }
    }

    public boolean full() {
        return devices.size() >= PushDevices.MOST;
    }

    public int most() {
        return PushDevices.MOST;
    }
}
