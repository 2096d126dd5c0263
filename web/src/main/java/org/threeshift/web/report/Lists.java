package org.threeshift.web.report;

import java.util.List;
import java.util.Optional;
import org.threeshift.core.scorecard.GapChart;
import org.threeshift.core.scorecard.Standing;

/**
 * All scorecards that somebody may see.
 *
 * @param own     as a candidate, the newest first
 * @param cohorts of a coach: the latest of each candidate who has one
 * @param held    of interviews in which they scored, the newest first
 */
public record Lists(List<Line> own, List<Group> cohorts, List<Line> held) {
    public Lists {
        own = List.copyOf(own);
        cohorts = List.copyOf(cohorts);
        held = List.copyOf(held);
    }

    public boolean empty() {
        return own.isEmpty() && held.isEmpty() && cohorts.isEmpty();
    }

    /**
     * @param path of the page with all of them
     * @param more how many members of the cohort are not looked at here
     */
    public record Group(String name, String path, int more, List<Line> lines) {
        public Group {
            lines = List.copyOf(lines);
        }
    }

    /** @param name the candidate's, absent on one's own */
    public record Line(Standing standing, Optional<String> name, GapChart chart) {
        static Line own(Standing standing) {
            return new Line(standing, Optional.empty(), chart("own", true, standing));
        }

        /** @param list the name of the list it is in: one scorecard may be in several, and its picture's ids in none twice */
        static Line of(String list, Standing standing, String name) {
            return new Line(standing, Optional.of(name), chart(list, false, standing));
        }

        private static GapChart chart(String list, boolean own, Standing standing) {
            return GapChart.of(list + "-" + standing.interview(), own, standing);
        }

        public String path() {
            return "/scorecards/" + standing.interview();
        }
    }
}
