package org.threeshift.web.host;

import java.util.List;

/** All that is wrong with a form, to be said at the fields. */
public record Complaints(List<Complaint> all) {
    static final Complaints NONE = new Complaints(List.of());

    public Complaints {
        all = List.copyOf(all);
    }

    static Complaints of(String field, String sentence) {
        return new Complaints(List.of(new Complaint(field, sentence)));
    }

    /** The first sentence about a field; empty when nothing is wrong with it. */
    public String at(String field) {
        return all.stream()
                .filter(complaint -> complaint.field().equals(field))
                .findFirst()
                .map(Complaint::sentence)
                .orElse("");
    }

    public boolean any() {
        return !all.isEmpty();
    }
}
