package org.threeshift.web.audit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.threeshift.core.audit.Search;
import org.threeshift.core.people.Person;

/**
 * What the admin typed, and what it means.
 *
 * @param person    as it was typed, or an id
 * @param shown     as the field shows it: the name of the one whom it means
 * @param search    absent when nobody or several people fit, and when something is wrong
 * @param namesakes those several
 * @param problems  what is wrong, by the name of the input
 */
public record Asked(
        String person,
        String shown,
        String deed,
        String from,
        String until,
        Optional<Search> search,
        List<Person> namesakes,
        Map<String, String> problems) {
    public Asked {
        namesakes = List.copyOf(namesakes);
        problems = Map.copyOf(problems);
    }

    /** What is wrong with an input; empty when nothing is. */
    public String problem(String input) {
        return problems.getOrDefault(input, "");
    }

    public boolean any() {
        return !query().isEmpty();
    }

    /** As the part of an address that asks the same again. */
    public String query() {
        return Stream.of(pair("person", person), pair("deed", deed), pair("from", from), pair("until", until))
                .filter(pair -> !pair.isEmpty())
                .collect(Collectors.joining("&"));
    }

    /** The page that begins after that place. */
    public String older(String place) {
        return "/audit?" + (any() ? query() + "&" : "") + pair("after", place);
    }

    /** All of it as a file. */
    public String download() {
        return "/audit/lines.csv" + (any() ? "?" + query() : "");
    }

    private static String pair(String name, String value) {
        return value.isBlank() ? "" : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
