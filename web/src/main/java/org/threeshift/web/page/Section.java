package org.threeshift.web.page;

/** The parts of the site that the main navigation names. */
public enum Section {
    HOME("/home"),
    INTERVIEWS("/interviews"),
    SCORECARDS("/scorecards"),
    COHORTS("/cohorts"),
    PEOPLE("/people"),
    /** Everything that the navigation does not lead to. */
    ELSEWHERE("");

    private final String path;

    Section(String path) {
        this.path = path;
    }

    /** Where the section begins; empty for {@link #ELSEWHERE}. */
    public String path() {
        return path;
    }

    static Section of(String requestPath) {
        for (Section section : values()) {
            if (section != ELSEWHERE
                    && (requestPath.equals(section.path) || requestPath.startsWith(section.path + "/"))) {
                return section;
            }
        }
        return ELSEWHERE;
    }
}
