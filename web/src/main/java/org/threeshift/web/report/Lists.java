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

    public record Group(String name, List<Line> lines) {
        public Group {
            lines = List.copyOf(lines);
        }
    }

    /** @param name the candidate's, absent on one's own */
    public record Line(Standing standing, Optional<String> name, GapChart chart) {
        static Line own(Standing standing) {
            return new Line(standing, Optional.empty(), chart("own", standing));
        }

        static Line of(Standing standing, String name) {
            return new Line(standing, Optional.of(name), chart("of", standing));
        }

        private static GapChart chart(String kind, Standing standing) {
            return GapChart.of(kind + "-" + standing.interview(), kind.equals("own"), standing);
        }

        public String path() {
            return "/scorecards/" + standing.interview();
        }
    }
}
