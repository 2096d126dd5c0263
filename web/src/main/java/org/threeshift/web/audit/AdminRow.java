package org.threeshift.web.audit;

import java.util.List;
import org.threeshift.core.audit.AuditLine;

/**
 * A line as an admin reads it.
 *
 * @param detail "name: value", in the order of the names
 */
public record AdminRow(AuditLine line, String label, Somebody actor, Somebody about, List<String> detail) {
    public AdminRow {
        detail = List.copyOf(detail);
    }

    /**
     * Somebody whom a line names.
     *
     * @param id to ask for their lines; empty when nobody is named
     */
    public record Somebody(String id, String name) {}
}
