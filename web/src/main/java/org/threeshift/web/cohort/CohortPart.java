package org.threeshift.web.cohort;

/** The pages of one cohort, in the order of their navigation, as its coaches see them. */
public enum CohortPart {
    PROGRESS("", "cohort.part.progress"),
    MEMBERS("/members", "cohort.part.members"),
    HEAT_MAP("/heat-map", "cohort.part.heat-map"),
    SESSION("/session", "cohort.part.session"),
    EVENINGS("/evenings", "cohort.part.evenings");

    private final String path;
    private final String label;

    CohortPart(String path, String label) {
        this.path = path;
        this.label = label;
    }

    /** Behind the cohort's own address. */
    public String path() {
        return path;
    }

    /** The key of what the navigation calls it. */
    public String label() {
        return label;
    }
}
