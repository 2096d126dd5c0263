package org.threeshift.core.pairing.simulation;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.threeshift.core.hours.Span;
import org.threeshift.core.hours.Spans;
import org.threeshift.core.pairing.Bound;
import org.threeshift.core.pairing.Draw;
import org.threeshift.core.pairing.Drawn;
import org.threeshift.core.pairing.Field;
import org.threeshift.core.pairing.Pairing;
import org.threeshift.core.pairing.Practiser;
import org.threeshift.core.pairing.Pruning;

/** How long a draw takes, and what pruning costs: everyone in one slot, for one role, in one language, so that nearly all can be pairs. */
final class Sizes {
    /**
     * Of one draw.
     *
     * @param mebibytes the most of the heap that was in use, less what was before, garbage that was not yet collected included
     */
    record Measured(Drawn drawn, Duration wall, Duration processor, long mebibytes) {}

    private static final Instant AT = Instant.parse("2026-11-27T12:00:00Z");
    private static final Span SLOT = Span.of(Instant.parse("2026-12-01T18:00:00Z"), Duration.ofMinutes(90));

    private Sizes() {}

    static List<String> measured() {
        measure(Pairing.best(), 300);
        List<String> lines = new ArrayList<>();
        lines.add(
                "| members | possible pairs | weighed | pairs | time | of one processor | memory | points lost to pruning |");
        lines.add("|---:|---:|---:|---:|---:|---:|---:|---:|");
        for (int size : new int[] {100, 1_000, 10_000}) {
            Measured usual = measure(Pairing.best(), size);
            String loss = size > 1_000 ? atMost(usual.drawn(), size) : Figures.percent(loss(usual.drawn(), size));
            lines.add(String.format(
                    Locale.ROOT,
                    "| %,d | %,d | %,d | %,d | %.1f s | %.1f s | %,d MB | %s |",
                    size,
                    usual.drawn().possible(),
                    usual.drawn().weighed(),
                    usual.drawn().pairs().size(),
                    usual.wall().toMillis() / 1e3,
                    usual.processor().toMillis() / 1e3,
                    usual.mebibytes(),
                    loss));
        }
        return lines;
    }

    /** Against the draw that weighs every possible pair. */
    static double loss(Drawn pruned, int size) {
        long best = Pairing.best(Pruning.NONE).draw(draw(size)).points();
        return (double) (best - pruned.points()) / best;
    }

    /** No draw of ten thousand can be weighed in full; there is only a bound that no matching reaches. */
    private static String atMost(Drawn pruned, int size) {
        long bound = Bound.of(draw(size));
        return "at most " + Figures.percent((double) (bound - pruned.points()) / bound);
    }

    static Measured measure(Pairing pairing, int size) {
        Draw draw = draw(size);
        System.gc();
        long before = inUse();
        heaps().forEach(MemoryPoolMXBean::resetPeakUsage);
        long start = System.nanoTime();
        long busy = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Drawn drawn = pairing.draw(draw);
        long wall = System.nanoTime() - start;
        long processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - busy;
        long peak = heaps().stream()
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        return new Measured(drawn, Duration.ofNanos(wall), Duration.ofNanos(processor), (peak - before) >> 20);
    }

    static Draw draw(int size) {
        List<Member> members = new Crowd(size).members(size);
        return new Draw(
                IntStream.range(0, size)
                        .mapToObj(at -> practiser(members.get(at)))
                        .toList(),
                SLOT,
                SLOT.length(),
                AT);
    }

    private static Practiser practiser(Member member) {
        Random chance = new Random(member.number());
        return new Practiser(
                member.person(),
                Field.of("Marketing manager"),
                Optional.of(member.level()),
                Set.of("en"),
                Spans.of(SLOT),
                chance.nextInt(5) == 0 ? Optional.empty() : Optional.of(member.standing()),
                Set.of(),
                Set.of(),
                Map.of(),
                chance.nextInt(5) == 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(Math.round(10 * member.keeps()) / 10.0),
                chance.nextInt(10) == 0 ? 1 + chance.nextInt(2) : 0);
    }

    private static long inUse() {
        return heaps().stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
    }

    private static List<MemoryPoolMXBean> heaps() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
