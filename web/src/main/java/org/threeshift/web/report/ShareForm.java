package org.threeshift.web.report;

import java.util.List;
import java.util.OptionalInt;
import org.threeshift.core.sharing.Share;
import org.threeshift.core.sharing.Sharing;

/** What somebody entered for a share link, and what was wrong with it. */
public record ShareForm(String label, String part, String naming, String days, List<Share.Problem> problems) {
    public ShareForm {
        problems = List.copyOf(problems);
    }

    /** @param days how long a link lasts when nobody says otherwise */
    static ShareForm empty(int days) {
        return new ShareForm(
                "", Share.Part.SUMMARY.name(), Share.Naming.NAME.name(), Integer.toString(days), List.of());
    }

    Sharing.Wish wish() {
        String number = days.strip();
        return new Sharing.Wish(
                label,
                part,
                naming,
                number.matches("\\d{1,4}") ? OptionalInt.of(Integer.parseInt(number)) : OptionalInt.empty());
    }

    ShareForm refused(List<Share.Problem> found) {
        return new ShareForm(label, part, naming, days, found);
    }

    /** The key of what is wrong with a field; empty when nothing is. */
    public String at(String field) {
        return problems.stream()
                .filter(problem -> field(problem).equals(field))
                .findFirst()
                .map(problem -> switch (problem) {
                    case DAYS_OUT_OF_RANGE -> "sharing.problem.days";
                    case LABEL_TOO_LONG -> "sharing.problem.label";
                    case PART_UNKNOWN -> "sharing.problem.part";
                    case NAMING_UNKNOWN -> "sharing.problem.naming";
                })
                .orElse("");
    }

    private static String field(Share.Problem problem) {
        return switch (problem) {
            case DAYS_OUT_OF_RANGE -> "days";
            case LABEL_TOO_LONG -> "label";
            case PART_UNKNOWN -> "part";
            case NAMING_UNKNOWN -> "naming";
        };
    }
}
