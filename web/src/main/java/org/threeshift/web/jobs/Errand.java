package org.threeshift.web.jobs;

import java.util.function.Consumer;

/**
 * A kind of work that {@link Jobs#later} asks for, each time for one thing. A feature makes a bean of it.
 *
 * @param name stored, so that it is never changed
 * @param work gets the id of the thing, such as an export's. Done again after a failure, with growing waits, some five times;
 *             and after the end of a node that had it in hand, so that it must be harmless to do it twice
 */
public record Errand(String name, Consumer<String> work) {}
