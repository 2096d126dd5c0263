package org.threeshift.web.keys;

import java.time.Instant;
import org.threeshift.web.page.Texts;
import org.threeshift.web.security.DeviceWords;
import org.threeshift.web.security.Sessions;

/**
 * A device as its owner reads of it.
 *
 * @param name such as "Firefox on Android"
 * @param way  by which its person came in, such as "passkey"; may be empty
 */
public record ShownDevice(
        String key, String name, String way, String address, Instant signedInAt, Instant lastSeen, boolean current) {
    static ShownDevice of(Sessions.Device device, Texts texts) {
        return new ShownDevice(
                device.key(),
                DeviceWords.of(device.agent()).text(texts),
                device.way().isEmpty() ? "" : texts.text("audit.value.way." + device.way()),
                device.address(),
                device.signedInAt(),
                device.lastSeen(),
                device.current());
    }
}
