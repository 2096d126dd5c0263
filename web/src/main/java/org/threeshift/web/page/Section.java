package org.threeshift.web.page;

import java.util.List;

/** The parts of the site that the main navigation names. */
public enum Section {
    HOME("/home"),
    INTERVIEWS("/interviews", "/calendar"),
    SCORECARDS("/scorecards"),
    PRACTICE("/practice"),
    COHORTS("/cohorts"),
    ADMIN(
            "/admin",
            "/people",
            "/invitations",
            "/reports",
            "/outbox",
            "/settings",
            "/audit",
            "/glass",
            "/erasures",
            "/draws"),
    /** Everything that the navigation does not lead to. */
    ELSEWHERE("");

    private final String path;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> also;

    /** @param also other addresses that belong to it */
    Section(String path, String... also) {
        this.path = path;
        this.also = List.of(also);
    }

    /** Where the section begins; empty for {@link #ELSEWHERE}. */
    public String path() {
        return path;
    }

    static Section of(String requestPath) {
        for (Section section : values()) {
            if (section != ELSEWHERE
                    && (within(requestPath, section.path)
                            || section.also.stream().anyMatch(path -> within(requestPath, path)))) {
                return section;
            }
        }
        return ELSEWHERE;
    }

    private static boolean within(String requestPath, String path) {
        return requestPath.equals(path) || requestPath.startsWith(path + "/");
    }
}
