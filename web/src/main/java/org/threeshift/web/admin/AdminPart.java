package org.threeshift.web.admin;

/** What an admin looks after, in the order of the navigation. Each feature adds its own. */
public enum AdminPart {
    OVERVIEW("/admin", "admin.part.overview"),
    PEOPLE("/people", "admin.part.people"),
    INVITATIONS("/invitations", "admin.part.invitations"),
    REPORTS("/reports", "admin.part.reports"),
    BANKS("/banks", "admin.part.banks"),
    DRAWS("/draws", "admin.part.draws"),
    OUTBOX("/outbox", "admin.part.outbox"),
    GLASS("/glass", "admin.part.glass"),
    ERASURES("/erasures", "admin.part.erasures"),
    SETTINGS("/settings", "admin.part.settings"),
    AUDIT("/audit", "admin.part.audit");

    private final String path;
    private final String label;

    AdminPart(String path, String label) {
        this.path = path;
        this.label = label;
    }

    public String path() {
        return path;
    }

    /** The key of what the navigation calls it; with {@code .lead} behind it, of what it is for. */
    public String label() {
        return label;
    }
}
