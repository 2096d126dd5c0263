package org.threeshift.core.following;

import java.util.List;
import java.util.Optional;
import org.threeshift.core.cohort.CohortPage;
import org.threeshift.core.people.Person;

/**
 * Candidates against questions, or against traps. A cell that is missing was never asked.
 *
 * @param lines the candidates of one page, by name
 * @param pages how many pages there are, at least one
 */
public record HeatMap(CohortPage cohort, Of of, List<Column> columns, List<Line> lines, int page, int pages) {
    /** Most lines of a page. */
    public static final int LINES = 40;

    public HeatMap {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }

    /** What stands in the columns. */
    public enum Of {
        QUESTIONS,
        TRAPS
    }

    /** @param about the question's prompt, or the trap's weak answer */
    public record Column(String title, String about) {}

    /** @param cells one a column */
    public record Line(Person person, List<Optional<Cell>> cells) {
        public Line {
            cells = List.copyOf(cells);
        }
    }

    public sealed interface Cell {}

    /**
     * @param mean       over the scorecards of the mean of the question, from 1 to 5
     * @param scorecards at least one
     */
    public record Asked(double mean, int scorecards) implements Cell {}

    /** How often a trap of the family was set, and became what. */
    public record Set(int avoided, int recovered, int fell) implements Cell {
        public int times() {
            return avoided + recovered + fell;
        }

        /** How many they stepped into, whether or not they climbed out again. */
        public int in() {
            return recovered + fell;
        }

        /** How often it held them, from 0 to 1. */
        public double share() {
            return (double) fell / times();
        }

        Set with(Set other) {
            return new Set(avoided + other.avoided, recovered + other.recovered, fell + other.fell);
        }
    }
}
