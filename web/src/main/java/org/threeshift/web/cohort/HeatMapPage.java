package org.threeshift.web.cohort;

import java.util.Locale;
import java.util.Optional;
import org.threeshift.core.following.HeatMap;
import org.threeshift.core.following.HeatMap.Asked;
import org.threeshift.core.following.HeatMap.Cell;

/** A heat map with the words and the warmth of its cells. */
public record HeatMapPage(HeatMap map) {
    private static final int LINE_HEIGHT = 26;
    private static final int HEAD_HEIGHT = 180;

    public boolean traps() {
        return map.of() == HeatMap.Of.TRAPS;
    }

    /** The number in a cell: a mean level, or how many traps they stepped into of those that were set. */
    public String text(Optional<Cell> cell) {
        return cell.map(one -> switch (one) {
                    case Asked(var mean, var _) -> String.format(Locale.ROOT, "%.1f", mean);
                    case HeatMap.Set set -> set.in() + "/" + set.times();
                })
                .orElse("");
    }

    /** From 1, where somebody needs help most, to 5. The same steps for levels and for traps. */
    public int warmth(Cell cell) {
        return switch (cell) {
            case Asked(var mean, var _) -> Math.clamp(Math.round(mean), 1, 5);
            case HeatMap.Set set -> 5 - (int) Math.round(4 * set.share());
        };
    }

    /** So many pixels the drawing takes, so that nothing moves when it comes. */
    public int height() {
        return HEAD_HEIGHT + LINE_HEIGHT * map.lines().size();
    }
}
