package org.threeshift.web.host;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/**
 * What a host has entered, as typed.
 *
 * @param interview the id of the interview to be, made when the form was first opened: sending it twice makes one
 * @param round     bank and round, as {@code bank/round}
 * @param candidate how the candidate is named: member, email or link
 * @param others    the ids of further interviewers
 * @param when      now or later
 * @param startsAt  local date and time, as {@code 2026-11-25T14:30}
 * @param pass      which of two is meant where that time comes twice; empty where nobody was asked
 * @param minutes   for both halves of an exchange; empty for twice the round's
 * @param interviewsFirst in an exchange: host or partner
 * @param meeting   the link of a meeting elsewhere; empty for the call that is built in
 * @param watchers  whom the host has chosen to shadow or observe; rows that were left empty are not in it
 */
public record HostForm(
        String interview,
        String round,
        String kind,
        String candidate,
        String member,
        String email,
        String label,
        List<String> others,
        String when,
        String startsAt,
        String pass,
        String minutes,
        String interviewsFirst,
        String meeting,
        List<Watcher> watchers) {
    /** How many rows for watchers the form offers; more can be added once it is set up. */
    static final int ROWS = 3;

    /**
     * A row of the form.
     *
     * @param seat SHADOW or OBSERVER
     */
    public record Watcher(String person, String seat) {
        static final Watcher NOBODY = new Watcher("", "SHADOW");
    }

    /** What the rows hold, those that are still empty too. */
    public List<Watcher> rows() {
        return Stream.concat(watchers.stream(), Stream.generate(() -> Watcher.NOBODY))
                .limit(Math.max(ROWS, watchers.size()))
                .toList();
    }

    static HostForm fresh(UUID interview, String round, String kind, String member, String startsAt) {
        return new HostForm(
                interview.toString(),
                round,
                kind,
                "member",
                member,
                "",
                "",
                List.of(),
                "now",
                startsAt,
                "",
                "",
                "host",
                "",
                List.of());
    }

    static HostForm of(MultiValueMap<String, String> sent) {
        return new HostForm(
                text(sent, "interview"),
                text(sent, "round"),
                text(sent, "kind"),
                text(sent, "candidate"),
                text(sent, "member"),
                text(sent, "email"),
                text(sent, "label"),
                List.copyOf(sent.getOrDefault("others", List.of())),
                text(sent, "when"),
                text(sent, "startsAt"),
                text(sent, "pass"),
                text(sent, "minutes"),
                text(sent, "interviewsFirst"),
                text(sent, "meeting"),
                watchers(sent.getOrDefault("watcher", List.of()), sent.getOrDefault("watcherSeat", List.of())));
    }

    private static List<Watcher> watchers(List<String> people, List<String> seats) {
        return IntStream.range(0, people.size())
                .filter(row -> !people.get(row).isBlank())
                .mapToObj(row -> new Watcher(people.get(row), row < seats.size() ? seats.get(row) : ""))
                .toList();
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        List<String> values = sent.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }
}
