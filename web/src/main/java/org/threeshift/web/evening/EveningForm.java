package org.threeshift.web.evening;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.util.MultiValueMap;
import org.threeshift.core.evening.Draft;
import org.threeshift.core.evening.Evening;
import org.threeshift.core.evening.Problem;
import org.threeshift.core.hours.WallTime;

/**
 * The form of an evening as typed, with what is wrong with it.
 *
 * @param reason for a change
 */
public record EveningForm(Draft draft, String reason, List<Problem> problems) {
    public EveningForm {
        problems = List.copyOf(problems);
    }

    /** A usual evening of the installation's own bank, on a day that is to be chosen. */
    static EveningForm blank(List<String> rounds, List<String> members) {
        return new EveningForm(new Draft("", "", "18:30", "40", "5", "3", "6", rounds, members, ""), "", List.of());
    }

    static EveningForm of(Evening evening) {
        var clock = evening.agreed().wallClock();
        var shape = evening.shape();
        return new EveningForm(
                new Draft(
                        evening.title(),
                        clock.toLocalDate().toString(),
                        DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH).format(clock),
                        String.valueOf(shape.slotMinutes()),
                        String.valueOf(shape.breakMinutes()),
                        String.valueOf(shape.slots()),
                        String.valueOf(shape.rooms()),
                        shape.rounds(),
                        List.of(),
                        evening.note(),
                        WallTime.pass(evening.span().from(), evening.agreed().zone())),
                "",
                List.of());
    }

    /** When it begins, on today's date where none is typed, and of two equal times the first; absent where no time is typed. */
    public Optional<Instant> start(ZoneId zone, Instant now) {
        try {
            LocalDate day = draft.day().isEmpty() ? LocalDate.ofInstant(now, zone) : LocalDate.parse(draft.day());
            return Optional.of(
                    day.atTime(LocalTime.parse(draft.time())).atZone(zone).toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    static EveningForm typed(MultiValueMap<String, String> fields) {
        return new EveningForm(
                new Draft(
                        first(fields, "title"),
                        first(fields, "day"),
                        first(fields, "time"),
                        first(fields, "slotMinutes"),
                        first(fields, "breakMinutes"),
                        first(fields, "slots"),
                        first(fields, "rooms"),
                        all(fields, "rounds"),
                        all(fields, "guests"),
                        first(fields, "note"),
                        first(fields, "pass")),
                first(fields, "reason"),
                List.of());
    }

    private static String first(MultiValueMap<String, String> fields, String name) {
        return all(fields, name).stream().findFirst().orElse("");
    }

    private static List<String> all(MultiValueMap<String, String> fields, String name) {
        return Optional.ofNullable(fields.get(name)).orElse(List.of());
    }

    EveningForm with(List<Problem> wrong) {
        return new EveningForm(draft, reason, wrong);
    }

    /** The sentence about a field; empty when nothing is wrong with it. */
    public String at(String field) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .findFirst()
                .map(Problem::sentence)
                .orElse("");
    }

    /** What is wrong with all of it. */
    public List<String> general() {
        return problems.stream()
                .filter(problem -> problem.field().isEmpty())
                .map(Problem::sentence)
                .toList();
    }
}
