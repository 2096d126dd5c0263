package org.threeshift.web.report;

import java.util.Locale;
import java.util.Optional;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.scorecard.Change;
import org.threeshift.web.page.Texts;

/** Says in a plain sentence whether a change is larger than the noise. */
record Noise(Texts texts) {

    /** @param scores how many interviews have a score on the shift */
    String sentence(Shift shift, Optional<Change> change, long scores) {
        return change.map(found -> texts.text(
                        "scorecard.noise." + found.direction().name().toLowerCase(Locale.ROOT),
                        texts.name(shift),
                        number(Math.abs(found.size())),
                        signed(found.low()),
                        signed(found.high()),
                        found.scores()))
                .orElseGet(() -> texts.text("scorecard.noise.none", texts.name(shift), scores));
    }

    static String signed(double value) {
        return signed(value, number(Math.abs(value)));
    }

    /** With two digits after the point, for whoever adds up. */
    static String signedExactly(double value) {
        return signed(value, String.format(Locale.ROOT, "%.2f", Math.abs(value)));
    }

    private static String signed(double value, String size) {
        if (Double.parseDouble(size) == 0) {
            return size;
        }
        return (value < 0 ? "−" : "+") + size;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
