package org.threeshift.core.interview;

import java.util.UUID;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.Command.By;

/**
 * A command on its way.
 *
 * @param commandId chosen by the sender; a repeated send with the same id changes nothing and is answered as the first was
 */
public record Sent(UUID commandId, By by, Command command) {}
