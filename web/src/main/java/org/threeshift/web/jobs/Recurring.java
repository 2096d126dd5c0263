package org.threeshift.web.jobs;

import java.time.Duration;
import java.time.LocalTime;
import java.util.regex.Pattern;

/**
 * Work that comes again and again. A feature makes a bean of it; on however many nodes, one of them does it each time.
 *
 * @param name stored, so that it is never changed; for the admin's page, which has a sentence for it: {@code admin.job.…}
 * @param when how often
 * @param work gets an exception of its own into the log, and is tried again when its time comes next
 */
public record Recurring(String name, When when, Runnable work) {
    private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*");

    public Recurring {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a job's name is like-this");
        }
    }

    public sealed interface When {}

    /** Once a day, by the clock of the server's zone. */
    public record Daily(LocalTime at) implements When {}

    /** With a pause after each end. */
    public record Pausing(Duration pause) implements When {}
}
