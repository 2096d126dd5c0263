package org.threeshift.core.pairing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.threeshift.core.rubric.Shift;

/**
 * Why two were put together.
 *
 * @param points      of each weight that gave any, 1 to its most
 * @param oneGains    the shift on which the first is weak and the second strong
 * @param otherGains  the shift on which the second is weak and the first strong
 * @param oneWaited   in how many draws running the first had been left out
 * @param otherWaited likewise the second
 */
public record Reason(
        Map<Weight, Integer> points,
        Optional<Shift> oneGains,
        Optional<Shift> otherGains,
        int oneWaited,
        int otherWaited) {
    public Reason {
        points = Map.copyOf(points);
    }

    /** All points together, 0 to 100. */
    public int total() {
        return points.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** What spoke for them, first what is said of fewest pairs and so tells most about these two. */
    public List<Weight> grounds() {
        return points.keySet().stream().sorted().toList();
    }
}
