package org.threeshift.core.pairing.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.threeshift.core.hours.Span;
import org.threeshift.core.hours.Spans;

/** What happens to members in one week whoever they are joined with, so that it is the same for every way of pairing. */
record Week(long seed, int number) {
    /** A Monday; the clocks of Europe and America go back in the fourth and the fifth week. */
    private static final Instant FIRST = Instant.parse("2026-10-05T00:00:00Z");

    Instant drawnAt() {
        return span().from().minus(Duration.ofDays(3));
    }

    Span span() {
        return Span.of(FIRST.plus(Duration.ofDays(7L * number)), Duration.ofDays(7));
    }

    boolean takesPart(Member member) {
        return chance(member, 1).nextDouble() < member.often();
    }

    /** One day in ten they are away. */
    Spans open(Member member) {
        Random chance = chance(member, 2);
        Spans open = member.hours().within(span());
        for (int day = 0; day < 7; day++) {
            if (chance.nextInt(10) == 0) {
                Instant from = span().from().plus(Duration.ofDays(day));
                open = open.minus(Spans.of(Span.of(from, Duration.ofDays(1))));
            }
        }
        return open;
    }

    /** When they say that they take part. */
    double comes(Member member) {
        return member.eager() + chance(member, 3).nextDouble();
    }

    /** By when both have to have said yes to what the draw proposes; then whoever is left is put together once more. */
    Instant confirmBy() {
        return drawnAt().plus(Duration.ofDays(2));
    }

    /** For what is left of the week once those of the second matching have had their time to say yes and to get ready. */
    Span rest() {
        return new Span(confirmBy().plus(Duration.ofHours(36)), span().until());
    }

    /** @param round which matching of the week proposes it */
    boolean confirms(Member member, int round) {
        return chance(member, 5 + round).nextDouble() < member.confirms();
    }

    boolean turnsUp(Member member) {
        return chance(member, 4).nextDouble() < member.keeps();
    }

    /** Of ten who met one names the other as a favourite, and one in a hundred blocks the other. */
    Random afterwards(Member member) {
        return chance(member, 5);
    }

    private Random chance(Member member, int what) {
        Random chance = new Random(((seed * 31 + number) * 1_000_003 + member.number()) * 31 + what);
        chance.nextInt();
        return new Random(chance.nextLong());
    }
}
