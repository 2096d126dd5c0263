package org.threeshift.web.page;

import java.util.List;

/** The parts of the site that the main navigation names. */
public enum Section {
    HOME("/home"),
    INTERVIEWS("/interviews", "/exchanges", "/host", "/calendar"),
    SCORECARDS("/scorecards"),
    PRACTICE("/practice", "/evenings"),
    COHORTS("/cohorts"),
    BOOKING("/booking", "/bookings"),
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

    /** A coach comes to an evening through a cohort, whoever is asked through what they practise. */
    static Section of(String requestPath, boolean coach) {
        return coach && within(requestPath, "/evenings") ? COHORTS : of(requestPath);
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
