package org.threeshift.web;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationListener;

/**
 * Keeps the terminal clean when Ctrl-C comes while the application still starts: libraries that no longer get what
 * they need then would fill the log with stack traces.
 */
class QuietInterruption implements ApplicationListener<ApplicationReadyEvent> {
    private volatile boolean ready;
    private volatile boolean happened;

    QuietInterruption() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::silence, "quiet-interruption"));
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        ready = true;
    }

    /** Whether Ctrl-C came before the application was ready; what fails after that is no news. */
    boolean happened() {
        return happened;
    }

    private void silence() {
        if (!ready) {
            happened = true;
            LoggingSystem.get(getClass().getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
        }
    }
}
