package org.threeshift.core.pairing.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The figures of a simulation as a table in Markdown, a way of pairing to a column. */
final class Figures {
    private Figures() {}

    static List<String> table(Map<String, Tally> tallies) {
        List<String> lines = new ArrayList<>();
        lines.add("| what | " + String.join(" | ", tallies.keySet()) + " |");
        lines.add("|---|" + "---:|".repeat(tallies.size()));
        lines.add(line("took part, with somebody possible for them", tallies, each -> count(each.tookPart)));
        lines.add(line("took part, with nobody possible", tallies, each -> count(each.alone)));
        lines.add(line("would have, but their matching was paused", tallies, each -> count(each.paused)));
        lines.add(line(
                "**matched** by the draw, of those with somebody possible",
                tallies,
                each -> percent(each.joinedShare())));
        lines.add(
                line("**agreed on an hour**, after the second matching", tallies, each -> percent(each.agreedShare())));
        lines.add(line("pairs that were not confirmed in time", tallies, each -> count(each.lapsed)));
        lines.add(line("pairs agreed on that came of the second matching", tallies, each -> count(each.second)));
        lines.add(line("left out by the draw twice running or more", tallies, each -> count(each.leftOutAgain)));
        lines.add(line(
                "… for nothing: a partner was free, or had one who waited less",
                tallies,
                each -> count(each.leftOutForNothing)));
        lines.add(line("longest wait, draws running without a partner", tallies, each -> count(each.longestWait)));
        lines.add(line("answered, and had no hour agreed on twice running", tallies, each -> count(each.withoutAgain)));
        lines.add(line("pairs agreed on", tallies, each -> count(each.pairs)));
        lines.add(line("**repeats**, pairs who had met before", tallies, each -> percent(each.repeatShare())));
        lines.add(line("**opposite weak shifts**, both ways", tallies, each -> percent(each.oppositeShare())));
        lines.add(line("… at least one way", tallies, each -> percent(each.oneWayShare())));
        lines.add(line("**kept appointments**, of pairs", tallies, each -> percent(each.keptShare())));
        lines.add(line("kept appointments", tallies, each -> count(each.kept)));
        lines.add(line("reliable members who came in vain", tallies, each -> percent(each.stoodUpShare())));
        return lines;
    }

    private static String line(String what, Map<String, Tally> tallies, Function<Tally, String> value) {
        return "| " + what + " | " + tallies.values().stream().map(value).collect(Collectors.joining(" | ")) + " |";
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String count(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
