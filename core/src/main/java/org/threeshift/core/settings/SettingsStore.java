package org.threeshift.core.settings;

import java.time.Instant;

/** Where the one set of settings is kept. */
interface SettingsStore {
    Installation read();

    void write(Installation installation, Instant at);
}
