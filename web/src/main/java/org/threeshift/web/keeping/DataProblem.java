package org.threeshift.web.keeping;

/**
 * What somebody wanted and did not get.
 *
 * @param place which form it belongs to: {@code erasure}, {@code export}, {@code export-ask}, or empty for the page
 * @param field the field that it belongs to; empty for the form
 * @param key   of the sentence; empty when nothing is wrong
 */
public record DataProblem(String place, String field, String key) {
    static final DataProblem NONE = new DataProblem("", "", "");
    static final DataProblem EXPORT_GONE = new DataProblem("export", "", "keeping.export.gone");
    static final DataProblem EXPORT_UNCLEAR = new DataProblem("export-ask", "", "keeping.export.unclear");
    static final DataProblem NOT_UNDERSTOOD =
            new DataProblem("erasure", "understood", "keeping.erasure.not-understood");
    static final DataProblem LAST_ADMIN = new DataProblem("erasure", "", "keeping.erasure.last-admin");

    /** The key of what is wrong at a place; empty when nothing is. */
    public String at(String which, String where) {
        return place.equals(which) && field.equals(where) ? key : "";
    }
}
