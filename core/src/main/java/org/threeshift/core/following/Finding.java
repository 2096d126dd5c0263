package org.threeshift.core.following;

import java.util.List;
import java.util.Optional;
import org.threeshift.core.rubric.Shift;

/**
 * That a rule fits somebody, and the numbers that made it fit.
 *
 * @param shift  the one it was found on; absent for what concerns all of them
 * @param values scores in the order of time, or days, as the rule says
 */
public record Finding(Need need, Optional<Shift> shift, List<Double> values) {
    public Finding {
        values = List.copyOf(values);
    }
}
