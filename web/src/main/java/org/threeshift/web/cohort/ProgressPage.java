package org.threeshift.web.cohort;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.threeshift.core.following.Finding;
import org.threeshift.core.following.Followed;
import org.threeshift.core.following.Following.Progress;
import org.threeshift.core.following.Inactive;
import org.threeshift.core.following.Need;
import org.threeshift.core.following.OverConfident;
import org.threeshift.core.following.Ready;
import org.threeshift.core.following.Regressing;
import org.threeshift.core.following.Roster;
import org.threeshift.core.following.Row;
import org.threeshift.core.following.Sitting;
import org.threeshift.core.following.Stuck;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.scorecard.GapCell;
import org.threeshift.core.scorecard.GapChart;
import org.threeshift.web.page.Texts;

/** A cohort's progress with the words and the piece of it that one page shows. */
public record ProgressPage(Progress progress, ProgressQuery query, Texts texts) {
    /** So many rows stay well below 100 kB. */
    static final int ROWS = 32;
    /** So many names of a need; the others are a click away. */
    private static final int NAMES = 8;

    private static final String NONE = "–";

    private Roster roster() {
        return progress.roster();
    }

    public int all() {
        return roster().all();
    }

    public int found() {
        return roster().shown().size() + roster().unranked().size();
    }

    public int pages() {
        return Math.max(1, Math.ceilDiv(found(), ROWS));
    }

    /** Never beyond the last. */
    public int page() {
        return Math.min(query.page(), pages());
    }

    /** The piece of the ordered rows that lies on this page. */
    public List<Row> shown() {
        return roster().shown().stream().skip(first()).limit(ROWS).toList();
    }

    /** The piece of those who are not ranked: they come after all others. */
    public List<Row> unranked() {
        int before = roster().shown().size();
        int room = ROWS - shown().size();
        return roster().unranked().stream()
                .skip(Math.max(0, first() - before))
                .limit(room)
                .toList();
    }

    public int unrankedInAll() {
        return roster().unranked().size();
    }

    private long first() {
        return (page() - 1L) * ROWS;
    }

    public Map<Need, List<Row>> needs() {
        return roster().needs();
    }

    public List<Row> named(List<Row> needing) {
        return needing.stream().limit(NAMES).toList();
    }

    public int unnamed(List<Row> needing) {
        return Math.max(0, needing.size() - NAMES);
    }

    /** One shift of a candidate's newest scorecard, as it is drawn and said. */
    public GapCell cell(Sitting newest, Followed candidate, Shift shift) {
        return new GapCell(new GapChart.Track(
                shift,
                newest.on(shift).score(),
                newest.on(shift).self(),
                candidate.before().map(before -> before.mean(shift)).orElse(OptionalDouble.empty())));
    }

    /** The lowest end of a band. */
    public String low(Followed candidate) {
        OptionalDouble low = candidate.low();
        return low.isPresent() ? number(low.getAsDouble()) : NONE;
    }

    /** As in "+0.4". */
    public String change(Followed candidate) {
        OptionalDouble change = candidate.change();
        if (change.isEmpty()) {
            return NONE;
        }
        String size = number(Math.abs(change.getAsDouble()));
        if (size.equals("0.0")) {
            return "±" + size;
        }
        return (change.getAsDouble() < 0 ? "−" : "+") + size;
    }

    /** How many sheets are open; absent where the coach may not know. */
    public OptionalInt sheets(Followed candidate) {
        return candidate.activity().map(one -> OptionalInt.of(one.sheetsOpen())).orElse(OptionalInt.empty());
    }

    /** The rule in words, with its thresholds. */
    public String rule(Need need) {
        return switch (need) {
            case REGRESSING -> texts.text("cohort.need.regressing.rule", number(Regressing.FALL));
            case STUCK ->
                texts.text("cohort.need.stuck.rule", Stuck.SCORECARDS, number(Stuck.MOVE), number(Stuck.BELOW));
            case OVER_CONFIDENT ->
                texts.text("cohort.need.over-confident.rule", number(OverConfident.ABOVE), OverConfident.LEAST_SHIFTS);
            case INACTIVE -> texts.text("cohort.need.inactive.rule", Inactive.DAYS);
            case READY ->
                texts.text("cohort.need.ready.rule", twoDigits(Ready.SCORE), number(Ready.LOW), Followed.LEAST_RATERS);
        };
    }

    /** What made the rule fit, as in "Strategy 2.8, 2.9, 2.8". */
    public String why(Finding finding) {
        List<Double> values = finding.values();
        String shift = finding.shift().map(texts::name).orElse("");
        return switch (finding.need()) {
            case REGRESSING ->
                texts.text("cohort.need.regressing.why", shift, number(values.getFirst()), number(values.getLast()));
            case STUCK ->
                texts.text(
                        "cohort.need.stuck.why",
                        shift,
                        values.stream()
                                .map(ProgressPage::number)
                                .reduce((one, more) -> one + ", " + more)
                                .orElse(""));
            case OVER_CONFIDENT -> texts.text("cohort.need.over-confident.why", number(values.getFirst()));
            case INACTIVE ->
                texts.text("cohort.need.inactive.why", values.getFirst().longValue());
            case READY -> texts.text("cohort.need.ready.why", number(values.getFirst()));
        };
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String twoDigits(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
