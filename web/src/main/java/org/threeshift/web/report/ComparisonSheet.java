package org.threeshift.web.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.scorecard.Comparison;
import org.threeshift.core.scorecard.Comparison.OfShift;
import org.threeshift.core.scorecard.GapChart;
import org.threeshift.core.scorecard.Score;
import org.threeshift.core.scorecard.Scorecard;
import org.threeshift.core.scorecard.TrapTally;
import org.threeshift.web.page.Texts;

/** Two interviews side by side with the words that their page needs. */
public record ComparisonSheet(Comparison comparison, Texts texts) {

    public List<Scorecard> both() {
        return List.of(comparison.earlier(), comparison.later());
    }

    public GapChart chart(Scorecard card) {
        return GapChart.of(card.equals(comparison.earlier()) ? "earlier" : "later", true, card);
    }

    public String sentence(OfShift shift) {
        long scores = List.of(shift.earlier(), shift.later()).stream()
                .filter(card -> card.score().value().isPresent())
                .count();
        return new Noise(texts).sentence(shift.shift(), shift.change(), scores);
    }

    /** A score as differences are taken of it, with its band, or why there is none. */
    public String cell(Score score) {
        return switch (score) {
            case Score.Scored(var mean, var band, var _) ->
                texts.text("scorecard.trend.cell", two(mean), one(band.low()), one(band.high()));
            case Score.TooLittle nothing -> texts.text("scorecard.nothing." + Texts.constant(nothing.reason()));
        };
    }

    public String difference(OptionalDouble difference) {
        return difference.isPresent() ? Noise.signedExactly(difference.getAsDouble()) : "–";
    }

    public String mean(OptionalDouble mean) {
        return mean.isPresent() ? two(mean.getAsDouble()) : "–";
    }

    public String traps(TrapTally tally) {
        return texts.text("scorecard.compare.traps.cell", tally.in(), tally.total(), tally.recovered());
    }

    /** Shifts on which a question that came twice has a level in one of the two at least. */
    public List<Shift> shifts(Comparison.Again again) {
        return Arrays.stream(Shift.values())
                .filter(shift ->
                        again.before(shift).isPresent() || again.now(shift).isPresent())
                .toList();
    }

    private static String one(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String two(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
