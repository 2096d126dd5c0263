package org.threeshift.core.following;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of a cohort's page in their order.
 *
 * @param shown    in the wanted order; by a score only those who are {@link Followed#ranked}
 * @param unranked the others, by name: fewer than three interviewers stand behind their last scorecards, or the newest has no such
 *                 number. Empty unless the order ranks
 * @param needs    who needs what, whatever is filtered, each need's by name; only needs that somebody has
 * @param all      how many there are without any filter
 */
public record Roster(List<Row> shown, List<Row> unranked, Map<Need, List<Row>> needs, int all) {
    public Roster {
        shown = List.copyOf(shown);
        unranked = List.copyOf(unranked);
    }

    /** @param rows in the order of their names, which is also the order of equal ones */
    static Roster of(List<Row> rows, Filter filter, Order order, boolean reversed) {
        List<Row> let = rows.stream().filter(filter::lets).toList();
        List<Row> placed = let.stream()
                .filter(row -> places(order, row))
                .sorted(order.comparator())
                .toList();
        return new Roster(
                reversed ? placed.reversed() : placed,
                let.stream().filter(row -> !places(order, row)).toList(),
                needs(rows),
                rows.size());
    }

    private static boolean places(Order order, Row row) {
        return !order.ranks()
                || (row.candidate().ranked() && order.number(row.candidate()).isPresent());
    }

    private static Map<Need, List<Row>> needs(List<Row> rows) {
        var needs = new EnumMap<Need, List<Row>>(Need.class);
        Arrays.stream(Need.values())
                .forEach(need -> needs.put(
                        need,
                        rows.stream()
                                .filter(row -> row.finding(need).isPresent())
                                .toList()));
        needs.values().removeIf(List::isEmpty);
        return needs;
    }
}
