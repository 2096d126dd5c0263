package org.threeshift.core.busy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A component of a calendar file, with its properties and the components within it. */
final class Part {
    /** Behind the start of a period. */
    static final java.util.regex.Pattern SLASHED = java.util.regex.Pattern.compile("/.*");

    private static final int DEEPEST = 5;

    private final String name;
    private final List<ContentLine> lines = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();

    private Part(String name) {
        this.name = name;
    }

    /**
     * The calendars of a file, within a part without a name.
     *
     * @throws TooMuch when there are more components than that
     */
    static Part of(String text, int mostParts) {
        var whole = new Part("");
        List<Part> open = new ArrayList<>(List.of(whole));
        int[] number = {0};
        String unfolded = text.replace("\r\n", "\n").replaceAll("\n[ \t]", "");
        unfolded.lines().map(ContentLine::of).flatMap(Optional::stream).forEach(line -> {
            Part last = open.getLast();
            switch (line.name()) {
                case "BEGIN" -> {
                    if (++number[0] > mostParts || open.size() > DEEPEST) {
                        throw new TooMuch();
                    }
                    var begun = new Part(line.value().strip().toUpperCase(java.util.Locale.ROOT));
                    last.parts.add(begun);
                    open.add(begun);
                }
                case "END" -> {
                    if (open.size() > 1) {
                        open.removeLast();
                    }
                }
                default -> last.lines.add(line);
            }
        });
        return whole;
    }

    Stream<Part> parts(String... wanted) {
        return parts.stream().filter(part -> List.of(wanted).contains(part.name));
    }

    Optional<ContentLine> line(String wanted) {
        return lines(wanted).findFirst();
    }

    Stream<ContentLine> lines(String wanted) {
        return lines.stream().filter(line -> line.name().equals(wanted));
    }

    boolean says(String wanted, String said) {
        return lines.stream().anyMatch(line -> line.is(wanted, said));
    }

    /** More than is read. */
    static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooMuch() {
            super("more than is read");
        }
    }
}
