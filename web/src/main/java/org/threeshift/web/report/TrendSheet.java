package org.threeshift.web.report;

import java.util.List;
import java.util.Locale;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.scorecard.Score;
import org.threeshift.core.scorecard.Standing;
import org.threeshift.core.scorecard.Trend;
import org.threeshift.core.scorecard.TrendChart;
import org.threeshift.web.page.Moments;
import org.threeshift.web.page.Texts;

/** A trend with the words that its page needs. */
public record TrendSheet(Trend trend, Texts texts) {

    public boolean empty() {
        return trend.standings().isEmpty();
    }

    /** The newest first, as one reads a list. */
    public List<Standing> newestFirst() {
        return trend.standings().reversed();
    }

    public TrendChart chart(Shift shift, Moments moments) {
        return new TrendChart(
                "trend-" + shift.name().toLowerCase(Locale.ROOT),
                shift,
                trend.standings().stream()
                        .map(standing ->
                                new TrendChart.Point(moments.date(standing.startedAt()), standing.score(shift)))
                        .toList());
    }

    public String sentence(Shift shift) {
        return new Noise(texts).sentence(shift, trend.change(shift), trend.scores(shift));
    }

    /** A score with its band, or why there is none. */
    public String cell(Score score) {
        return switch (score) {
            case Score.Scored(var mean, var band, var _) ->
                texts.text("scorecard.trend.cell", one(mean), one(band.low()), one(band.high()));
            case Score.TooLittle nothing -> texts.text("scorecard.nothing." + Texts.constant(nothing.reason()));
        };
    }

    private static String one(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
