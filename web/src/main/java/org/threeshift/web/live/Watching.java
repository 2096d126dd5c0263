package org.threeshift.web.live;

/** What a page is told. */
@FunctionalInterface
public interface Watching {
    /** Looks, and tells the page what is new to it, or ends its line. Only one look of a line is taken at a time. */
    void look(Line line);
}
