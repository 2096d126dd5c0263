package org.threeshift.core.scorecard;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.scorecard.Score.Scored;
import org.threeshift.core.scorecard.Score.TooLittle;

/**
 * The signature picture: three tracks from the specialist's end to the leader's. On each a solid marker at the interviewers'
 * score, a band for its doubt, a hollow marker below for the candidate's own score, and a faint one for the interview before.
 *
 * <p>Plain SVG, coloured by {@code assets/css/gap-chart.css} through classes alone. A table stands behind it: {@link #rows}.
 *
 * @param id     begins the ids inside the picture; unique on its page, lower-case letters, digits and hyphens
 * @param own    whether the reader is the candidate, who is spoken to
 * @param tracks one a shift, in their order
 */
public record GapChart(String id, boolean own, List<Track> tracks) {

    public GapChart {
        if (!id.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("An id is made of lower-case letters, digits and hyphens, not " + id);
        }
        tracks = List.copyOf(tracks);
    }

    /**
     * @param self     the candidate's own score, from 1 to 5
     * @param previous the score of the interview before, from 1 to 5
     */
    public record Track(Shift shift, Score score, OptionalDouble self, OptionalDouble previous) {
        /** From here on some of its marker comes out from under the other. */
        private static final double APART = 0.08;

        boolean showsBefore() {
            return previous.isPresent()
                    && (score.value().isEmpty()
                            || Math.abs(score.value().getAsDouble() - previous.getAsDouble()) >= APART);
        }
    }

    /**
     * A line of the table behind the picture, in words. What is missing is an empty text.
     *
     * @param score  the number, or why there is none
     * @param basis  what it stands on
     */
    public record Row(
            Shift shift, String label, String score, String band, String basis, String self, String previous) {}

    public static GapChart of(String id, boolean own, Scorecard scorecard) {
        return new GapChart(
                id,
                own,
                scorecard.shifts().stream()
                        .map(card -> new Track(card.shift(), card.score(), card.self(), card.previous()))
                        .toList());
    }

    public static GapChart of(String id, boolean own, Standing standing) {
        return new GapChart(
                id,
                own,
                Arrays.stream(Shift.values())
                        .map(shift -> new Track(
                                shift, standing.score(shift), OptionalDouble.empty(), standing.previous(shift)))
                        .toList());
    }

    /** Both forms; the style sheet shows the one for which there is room. */
    public String figure() {
        return "<div class=\"gap-chart\">" + wide() + narrow() + "</div>";
    }

    /** For 38rem and more: the ends stand beside the track. */
    public String wide() {
        return new GapDrawing(this, GapDrawing.WIDE).draw();
    }

    /** For less: the ends stand above the track. */
    public String narrow() {
        return new GapDrawing(this, GapDrawing.NARROW).draw();
    }

    /** Three small tracks for one line of a list; they wrap where the line is short. */
    public String row() {
        return new GapStrip(this).draw();
    }

    /** Whether the score of the interview before can be seen in it: one that has not moved lies under the score of now. */
    public boolean showsBefore() {
        return tracks.stream().anyMatch(Track::showsBefore);
    }

    /** The table behind the picture. */
    public List<Row> rows() {
        return tracks.stream().map(GapChart::row).toList();
    }

    private static Row row(Track track) {
        return new Row(
                track.shift(),
                Sentences.text("shift." + Sentences.key(track.shift())),
                switch (track.score()) {
                    case Scored(var mean, var _, var _) -> number(mean);
                    case TooLittle nothing -> words(nothing);
                },
                track.score() instanceof Scored(var _, var band, var _)
                        ? Sentences.text("chart.band", number(band.low()), number(band.high()))
                        : "",
                basis(track.score()),
                text(track.self()),
                text(track.previous()));
    }

    /** Why there is no number, in a few words. */
    static String words(TooLittle nothing) {
        return Sentences.text("chart." + Sentences.key(nothing.reason()));
    }

    private static String basis(Score score) {
        var basis = score.basis();
        return basis.levels() == 0
                ? ""
                : Sentences.text("chart.basis", basis.questions(), basis.levels(), basis.interviewers());
    }

    /** One sentence a shift, for those who listen. */
    String sentence(Track track) {
        Row row = row(track);
        var sentence = new StringBuilder(Sentences.text("chart.sentence", row.label(), row.score()));
        if (!row.band().isEmpty()) {
            sentence.append(Sentences.text("chart.sentence.band", row.band()));
        }
        if (!row.self().isEmpty()) {
            sentence.append(Sentences.text(own ? "chart.sentence.own" : "chart.sentence.self", row.self()));
        }
        if (!row.previous().isEmpty()) {
            sentence.append(Sentences.text("chart.sentence.previous", row.previous()));
        }
        return sentence.append('.').toString();
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String text(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : "";
    }
}
