package org.threeshift.web.audit;

import java.util.Optional;
import org.threeshift.core.audit.AuditLine;

/**
 * A line as the person concerned reads it.
 *
 * @param link    to what the line is about; may be empty
 * @param address of the network, for one's own deeds only
 */
public record OwnRow(AuditLine line, String sentence, String link, Optional<String> address) {}
