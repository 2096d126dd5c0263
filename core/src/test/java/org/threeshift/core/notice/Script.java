package org.threeshift.core.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** What happens in some weeks of 2026, and what is told of it. Moments are written as {@code 10-12T09:00}. */
final class Script {
    private final Town town;
    private final TreeMap<Instant, Runnable> moments = new TreeMap<>();

    Script(Town town) {
        this.town = town;
    }

    void when(String at, Runnable happens) {
        when(Instant.parse("2026-" + at + ":00Z"), happens);
    }

    private void when(Instant at, Runnable happens) {
        moments.merge(at, happens, (one, other) -> () -> {
            one.run();
            other.run();
        });
    }

    /** The jobs look then, whether or not anything happens. */
    void due(String... moments) {
        for (String moment : moments) {
            when(moment, () -> {});
        }
    }

    /** The jobs look as often as that, too. */
    void every(Duration step, Instant from, Instant until) {
        for (Instant at = from; !at.isAfter(until); at = at.plus(step)) {
            when(at, () -> {});
        }
    }

    /** @param look what the jobs do */
    void play(Runnable look) {
        moments.forEach((at, happens) -> {
            town.at(at);
            happens.run();
            look.run();
        });
    }

    /** One for each way, of lines such as {@code 10-12T09:00 Mira BOOKED EMAIL IN_APP}. */
    static List<String> told(String text) {
        return text.lines()
                .flatMap(line -> {
                    String[] words = line.split(" ");
                    return Arrays.stream(words)
                            .skip(3)
                            .map(channel -> "%s %s %s %s".formatted(words[0], words[1], words[2], channel));
                })
                .toList();
    }
}
