package org.threeshift.core.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Tables of ratings as papers print them. */
final class Tables {
    private Tables() {}

    /** A row a rater, a column a unit; a dot is a missing level. */
    static List<Rating> byRater(String... rows) {
        List<Rating> ratings = new ArrayList<>();
        for (int rater = 0; rater < rows.length; rater++) {
            String[] cells = rows[rater].strip().split(" +");
            for (int unit = 0; unit < cells.length; unit++) {
                if (!cells[unit].equals(".")) {
                    ratings.add(new Rating(
                            "unit-%03d".formatted(unit), "", "rater-" + rater, Double.parseDouble(cells[unit])));
                }
            }
        }
        return ratings;
    }

    /** A row a unit, a column a level from 1 on: how many raters gave it. */
    static List<Rating> byCounts(int[]... rows) {
        List<Rating> ratings = new ArrayList<>();
        for (int unit = 0; unit < rows.length; unit++) {
            int rater = 0;
            for (int level = 0; level < rows[unit].length; level++) {
                for (int each = 0; each < rows[unit][level]; each++) {
                    ratings.add(
                            new Rating("unit-%03d".formatted(unit), "", "rater-%02d".formatted(rater++), level + 1.0));
                }
            }
        }
        return ratings;
    }

    /** A row a level of the first rater, a column a level of the second: how many units got them. */
    static List<Rating> crossed(int[]... rows) {
        List<Rating> ratings = new ArrayList<>();
        int unit = 0;
        for (int first = 0; first < rows.length; first++) {
            for (int second = 0; second < rows[first].length; second++) {
                for (int each = 0; each < rows[first][second]; each++) {
                    ratings.add(new Rating("unit-%04d".formatted(unit), "", "first", first + 1.0));
                    ratings.add(new Rating("unit-%04d".formatted(unit), "", "second", second + 1.0));
                    unit++;
                }
            }
        }
        return ratings;
    }

    static Agreement agreement(List<Rating> ratings) {
        return Agreement.of(Ratings.of(ratings), new Random(1));
    }
}
