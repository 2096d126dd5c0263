package org.threeshift.web.cohort;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.threeshift.core.following.Filter;
import org.threeshift.core.following.Need;
import org.threeshift.core.following.Order;
import org.threeshift.core.people.Seniority;

/**
 * What the address of a cohort's page asks for. Whatever it does not know is left out: a link that was kept opens the page.
 *
 * @param page counts from 1
 */
public record ProgressQuery(Filter filter, Order order, boolean reversed, int page) {

    static ProgressQuery of(Map<String, String> parameters) {
        String page = parameters.getOrDefault("page", "");
        return new ProgressQuery(
                new Filter(
                        parameters.getOrDefault("q", ""),
                        constant(Seniority.values(), parameters.getOrDefault("level", "")),
                        constant(Need.values(), parameters.getOrDefault("need", ""))),
                Order.of(parameters.getOrDefault("sort", "")),
                "desc".equals(parameters.get("dir")),
                page.matches("[1-9]\\d{0,4}") ? Integer.parseInt(page) : 1);
    }

    /** Whether rows are left out. */
    public boolean filters() {
        return !filter.equals(Filter.NONE);
    }

    /** The same rows in another order; a second time on the same one the other way round. */
    public String sortedBy(Order other) {
        return address(filter, other, other == order && !reversed, 1);
    }

    /** What a column's head says of the order, for those who listen. */
    public String sorted(Order column) {
        if (column != order) {
            return "none";
        }
        return reversed ? "descending" : "ascending";
    }

    public String onPage(int other) {
        return address(filter, order, reversed, other);
    }

    public String needing(Need need) {
        return address(new Filter("", Optional.empty(), Optional.of(need)), order, reversed, 1);
    }

    static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] all, String key) {
        return Arrays.stream(all).filter(one -> key(one).equals(key)).findFirst();
    }

    private static String address(Filter filter, Order order, boolean reversed, int page) {
        String parameters = Stream.of(
                        parameter("q", filter.words()),
                        parameter(
                                "level",
                                filter.seniority().map(ProgressQuery::key).orElse("")),
                        parameter("need", filter.need().map(ProgressQuery::key).orElse("")),
                        parameter("sort", order == Order.NAME ? "" : order.key()),
                        parameter("dir", reversed ? "desc" : ""),
                        parameter("page", page == 1 ? "" : Integer.toString(page)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("&"));
        return "?" + parameters;
    }

    private static Optional<String> parameter(String name, String value) {
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
