package org.threeshift.web.pairs;

import org.threeshift.core.pairs.DrawPlan;
import org.threeshift.core.people.ZoneNames;

/** When the weekly draw is held, as typed. */
public record PlanForm(String day, String at, String zone) {
    static PlanForm of(DrawPlan plan) {
        return new PlanForm(
                plan.day().name(),
                plan.at().toString(),
                ZoneNames.now(plan.zone()).getId());
    }
}
