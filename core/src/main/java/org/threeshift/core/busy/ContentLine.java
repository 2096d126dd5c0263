package org.threeshift.core.busy;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One property of a calendar file (RFC 5545, section 3.1).
 *
 * @param name       in upper case
 * @param parameters names in upper case, values without their quotation marks
 */
record ContentLine(String name, Map<String, String> parameters, String value) {
    private static final Pattern NAME = Pattern.compile("([A-Za-z0-9-]+)([;:])");
    private static final Pattern PARAMETER =
            Pattern.compile("([A-Za-z0-9-]+)=((?:\"[^\"]*\"|[^\":;,]*)(?:,(?:\"[^\"]*\"|[^\":;,]*))*+)([;:])");

    ContentLine {
        parameters = Map.copyOf(parameters);
    }

    /** @param line unfolded; absent when it is none */
    static Optional<ContentLine> of(String line) {
        Matcher name = NAME.matcher(line);
        if (!name.lookingAt()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        int at = name.end();
        boolean more = name.group(2).equals(";");
        Matcher parameter = PARAMETER.matcher(line);
        while (more) {
            parameter.region(at, line.length());
            if (!parameter.lookingAt()) {
                return Optional.empty();
            }
            parameters.putIfAbsent(
                    parameter.group(1).toUpperCase(Locale.ROOT),
                    parameter.group(2).replace("\"", ""));
            at = parameter.end();
            more = parameter.group(3).equals(";");
        }
        return Optional.of(new ContentLine(name.group(1).toUpperCase(Locale.ROOT), parameters, line.substring(at)));
    }

    Optional<String> parameter(String wanted) {
        return Optional.ofNullable(parameters.get(wanted));
    }

    boolean is(String wanted, String said) {
        return name.equals(wanted) && value.strip().equalsIgnoreCase(said);
    }
}
