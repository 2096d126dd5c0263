package org.threeshift.core.pairing;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import org.threeshift.core.hours.Span;
import org.threeshift.core.hours.Spans;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Seniority;
import org.threeshift.core.rubric.Shift;

/** People for a draw of one week in meetings of ninety minutes. */
final class People {
    static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    static final Span WEEK = Span.of(Instant.parse("2026-11-30T00:00:00Z"), Duration.ofDays(7));
    static final Duration LENGTH = Duration.ofMinutes(90);

    private People() {}

    static PersonId id(int number) {
        return new PersonId(new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L | number));
    }

    /** Open from 18:00 to 20:00 UTC on Monday, and otherwise with nothing that speaks for or against them. */
    static Practiser person(int number) {
        return new Practiser(
                id(number),
                Field.of("Marketing manager"),
                Optional.empty(),
                Set.of("en"),
                Spans.of(hours(18, 20)),
                Optional.empty(),
                Set.of(),
                Set.of(),
                Map.of(),
                OptionalDouble.empty(),
                0);
    }

    static Span hours(int from, int until) {
        return new Span(WEEK.from().plus(Duration.ofHours(from)), WEEK.from().plus(Duration.ofHours(until)));
    }

    static Draw draw(Practiser... people) {
        return draw(List.of(people));
    }

    static Draw draw(List<Practiser> people) {
        return new Draw(people, WEEK, LENGTH, NOW);
    }

    static Practiser role(Practiser p, String role) {
        return new Practiser(
                p.person(),
                Field.of(role),
                p.level(),
                p.languages(),
                p.open(),
                p.standing(),
                p.favourites(),
                p.blocked(),
                p.met(),
                p.reliability(),
                p.waited());
    }

    static Practiser level(Practiser p, Seniority level) {
        return new Practiser(
                p.person(),
                p.field(),
                Optional.of(level),
                p.languages(),
                p.open(),
                p.standing(),
                p.favourites(),
                p.blocked(),
                p.met(),
                p.reliability(),
                p.waited());
    }

    static Practiser speaks(Practiser p, String... languages) {
        return new Practiser(
                p.person(),
                p.field(),
                p.level(),
                Set.of(languages),
                p.open(),
                p.standing(),
                p.favourites(),
                p.blocked(),
                p.met(),
                p.reliability(),
                p.waited());
    }

    static Practiser open(Practiser p, Span... open) {
        return new Practiser(
                p.person(),
                p.field(),
                p.level(),
                p.languages(),
                Spans.of(open),
                p.standing(),
                p.favourites(),
                p.blocked(),
                p.met(),
                p.reliability(),
                p.waited());
    }

    static Practiser stands(Practiser p, Shift weak, Shift strong, double sure) {
        return new Practiser(
                p.person(),
                p.field(),
                p.level(),
                p.languages(),
                p.open(),
                Optional.of(new Standing(weak, strong, sure)),
                p.favourites(),
                p.blocked(),
                p.met(),
                p.reliability(),
                p.waited());
    }

    static Practiser likes(Practiser p, int... numbers) {
        return new Practiser(
                p.person(),
                p.field(),
                p.level(),
                p.languages(),
                p.open(),
                p.standing(),
                ids(numbers),
                p.blocked(),
                p.met(),
                p.reliability(),
                p.waited());
    }

    static Practiser blocks(Practiser p, int... numbers) {
        return new Practiser(
                p.person(),
                p.field(),
                p.level(),
                p.languages(),
                p.open(),
                p.standing(),
                p.favourites(),
                ids(numbers),
                p.met(),
                p.reliability(),
                p.waited());
    }

    static Practiser met(Practiser p, int number, Duration ago) {
        Map<PersonId, Instant> met = new HashMap<>(p.met());
        met.put(id(number), NOW.minus(ago));
        return new Practiser(
                p.person(),
                p.field(),
                p.level(),
                p.languages(),
                p.open(),
                p.standing(),
                p.favourites(),
                p.blocked(),
                met,
                p.reliability(),
                p.waited());
    }

    static Practiser keeps(Practiser p, double reliability) {
        return new Practiser(
                p.person(),
                p.field(),
                p.level(),
                p.languages(),
                p.open(),
                p.standing(),
                p.favourites(),
                p.blocked(),
                p.met(),
                OptionalDouble.of(reliability),
                p.waited());
    }

    static Practiser waited(Practiser p, int draws) {
        return new Practiser(
                p.person(),
                p.field(),
                p.level(),
                p.languages(),
                p.open(),
                p.standing(),
                p.favourites(),
                p.blocked(),
                p.met(),
                p.reliability(),
                draws);
    }

    private static Set<PersonId> ids(int... numbers) {
        return Set.copyOf(Arrays.stream(numbers).mapToObj(People::id).toList());
    }
}
