package org.threeshift.core.pairing.simulation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Bars of what the ways of pairing came to, as one SVG that is readable by day and by night. */
record Plot(Map<String, Tally> tallies) {
    private static final int LEFT = 190;
    private static final int WIDE = 420;
    private static final int BAR = 18;
    private static final int GAP = 34;
    private static final int TOP = 16;

    private record Measure(String title, ToDoubleFunction<Tally> share) {}

    private static final List<Measure> MEASURES = List.of(
            new Measure("Matched, of those with somebody possible", Tally::joinedShare),
            new Measure("Agreed on an hour, after the second matching", Tally::agreedShare),
            new Measure("Pairs with opposite weak shifts, both ways", Tally::oppositeShare),
            new Measure("Pairs in which at least one is strong where the other is weak", Tally::oneWayShare),
            new Measure("Pairs who had met before", Tally::repeatShare),
            new Measure("Appointments kept, of pairs", Tally::keptShare));

    String svg() {
        StringBuilder svg = new StringBuilder();
        int block = tallies.size() * BAR + GAP;
        int height = TOP + MEASURES.size() * block;
        svg.append(String.format(Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 %d" role="img" aria-labelledby="title">
                <title id="title">Shares by way of pairing, from the table of docs/matching.md</title>
                <style>
                  text { font: 13px system-ui, sans-serif; fill: #1c1c1f }
                  .title { font-weight: 600 }
                  .way0 { fill: #2f5bd0 } .way1 { fill: #9a9aa3 } .way2 { fill: #c9c9d0 }
                  .ground { fill: #ffffff }
                  @media (prefers-color-scheme: dark) {
                    text { fill: #ececf1 } .ground { fill: #17171a }
                    .way0 { fill: #7fa0ff } .way1 { fill: #85858f } .way2 { fill: #5b5b64 }
                  }
                </style>
                <rect class="ground" width="720" height="%d"/>
                """, height, height));
        for (int at = 0; at < MEASURES.size(); at++) {
            bars(svg, MEASURES.get(at), TOP + at * block);
        }
        return svg.append("</svg>\n").toString();
    }

    private void bars(StringBuilder svg, Measure measure, int top) {
        svg.append(text(16, top + 8, "title", measure.title()));
        int row = 0;
        for (Map.Entry<String, Tally> way : tallies.entrySet()) {
            double share = measure.share().applyAsDouble(way.getValue());
            int y = top + 16 + row * BAR;
            svg.append(text(16, y + 12, "way", way.getKey()));
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect class=\"way%d\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>%n",
                    row,
                    LEFT - 60,
                    y,
                    share * WIDE,
                    BAR - 4));
            svg.append(text(LEFT - 52 + (int) Math.round(share * WIDE), y + 12, "share", Figures.percent(share)));
            row++;
        }
    }

    private static String text(int x, int y, String kind, String words) {
        return String.format(Locale.ROOT, "<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>%n", kind, x, y, words);
    }
}
