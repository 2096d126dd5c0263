package org.threeshift.web.audit;

import java.util.List;
import org.threeshift.core.audit.AuditLine;

/**
 * A line as an admin reads it.
 *
 * @param detail in words, in the order of the names
 */
public record AdminRow(AuditLine line, String label, Somebody actor, Somebody about, List<Part> detail) {
    public AdminRow {
        detail = List.copyOf(detail);
    }

    /**
     * One detail of a line.
     *
     * @param path to what it is about; may be empty
     */
    public record Part(String words, String path) {}

    /**
     * Somebody whom a line names.
     *
     * @param id to ask for their lines; empty when nobody is named
     */
    public record Somebody(String id, String name) {}
}
