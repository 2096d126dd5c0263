package org.threeshift.web.practice;

/** The pages of practice with others, in the order of their navigation. Each feature adds its own. */
public enum PracticePart {
    OVERVIEW("/practice", "practice.part.overview"),
    PAIRS("/practice/pairs", "practice.part.pairs"),
    NOW("/practice/now", "practice.part.now"),
    HOURS("/practice/hours", "practice.part.hours"),
    COACHES("/practice/coaches", "practice.part.coaches"),
    PEOPLE("/practice/people", "practice.part.people");

    private final String path;
    private final String label;

    PracticePart(String path, String label) {
        this.path = path;
        this.label = label;
    }

    public String path() {
        return path;
    }

    /** The key of what the navigation calls it. */
    public String label() {
        return label;
    }
}
