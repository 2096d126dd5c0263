package org.threeshift.core.pairing;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.threeshift.core.rubric.Shift;

/**
 * On which shift somebody stands lowest, on which highest, and how sure that is.
 *
 * @param sure from 0, as good as chance, to 1
 */
public record Standing(Shift weak, Shift strong, double sure) {
    /**
     * Where somebody stands on one shift.
     *
     * @param level 1 to 5
     * @param error the standard error of it, 0 or more
     */
    public record Measured(double level, double error) {}

    /** @throws IllegalArgumentException when a shift is both, or sureness is not from 0 to 1 */
    public Standing {
        if (weak == strong) {
            throw new IllegalArgumentException("A shift is not both weak and strong");
        }
        if (!(sure >= 0 && sure <= 1)) {
            throw new IllegalArgumentException("Sureness is from 0 to 1, not " + sure);
        }
    }

    /**
     * From what scorecards say. Sureness is 2Φ(z) − 1 with z = (highest − lowest) / √(the squares of both errors), Φ the normal
     * distribution's: the chance that the order of the two is no accident, stretched to 0…1.
     *
     * @return absent when fewer than two shifts are measured, or the highest is not above the lowest
     */
    public static Optional<Standing> of(Map<Shift, Measured> shifts) {
        Comparator<Shift> byLevel = Comparator.comparingDouble((Shift shift) -> level(shifts, shift))
                .thenComparing(Comparator.naturalOrder());
        Optional<Shift> weak = shifts.keySet().stream().min(byLevel);
        Optional<Shift> strong = shifts.keySet().stream().max(byLevel);
        if (weak.isEmpty() || strong.isEmpty() || !(level(shifts, weak.get()) < level(shifts, strong.get()))) {
            return Optional.empty();
        }
        double gap = level(shifts, strong.get()) - level(shifts, weak.get());
        double error = Math.hypot(error(shifts, strong.get()), error(shifts, weak.get()));
        return Optional.of(new Standing(weak.get(), strong.get(), error == 0 ? 1 : Normal.within(gap / error)));
    }

    private static double level(Map<Shift, Measured> shifts, Shift shift) {
        Measured measured = shifts.get(shift);
        return measured == null ? Double.NaN : measured.level();
    }

    private static double error(Map<Shift, Measured> shifts, Shift shift) {
        Measured measured = shifts.get(shift);
        return measured == null ? Double.NaN : measured.error();
    }
}
