package org.threeshift.core.settings;

import java.time.Instant;

/** Settings that are gone when the process ends. */
final class InMemorySettings implements SettingsStore {
    private volatile Installation installation;

    InMemorySettings(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Installation read() {
        return installation;
    }

    @Override
    public void write(Installation wanted, Instant at) {
        installation = wanted;
    }
}
