package org.threeshift.core.pairing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jgrapht.alg.util.UnionFind;

/**
 * Finds the matching of each connected {@link Part} by itself. A large one, of which pairs were pruned, is first put into blocks by
 * lot: Blossom V takes seconds for some hundred people and minutes for some ten thousand. A block keeps the pairs of a largest
 * matching together, so that no fewer pairs come of the blocks than of the whole, and within each everyone's best partners are
 * looked for again.
 */
record Matching(Pool pool, Pruning pruning, Lot lot) {
    private static final int BLOCK = 600;

    /** @param pruned whether there are pairs that are possible and not among the candidates */
    Drawing of(List<Candidate> candidates, boolean pruned) {
        Drawing drawing = new Drawing(pool);
        for (List<Candidate> part : parts(candidates)) {
            Part whole = new Part(pool, lot, part);
            if (pruned && whole.size() > Part.SMALL) {
                blocks(whole).forEach(block -> match(block, part, drawing));
            } else {
                whole.match(drawing);
            }
        }
        return drawing;
    }

    private void match(int[] block, List<Candidate> part, Drawing drawing) {
        Set<Integer> within = IntStream.of(block).boxed().collect(Collectors.toSet());
        Set<Candidate> candidates = new HashSet<>(Candidates.within(pool, block, pruning, lot));
        part.stream()
                .filter(each -> within.contains(each.one()) && within.contains(each.other()))
                .forEach(candidates::add);
        List<Candidate> inOrder = new ArrayList<>(candidates);
        inOrder.sort(Comparator.comparingInt(Candidate::one).thenComparingInt(Candidate::other));
        parts(inOrder).forEach(each -> new Part(pool, lot, each).match(drawing));
    }

    private List<int[]> blocks(Part whole) {
        List<int[]> pairs = new ArrayList<>(whole.largest());
        pairs.sort(Comparator.comparingInt(pair -> lot.of(pair[0], pair[1])));
        Set<Integer> people = new LinkedHashSet<>();
        pairs.forEach(pair -> IntStream.of(pair).forEach(people::add));
        // Those whom that matching leaves out come last.
        people.addAll(whole.people());
        int blocks = (people.size() + BLOCK - 1) / BLOCK;
        List<List<Integer>> inBlocks = Stream.generate(() -> (List<Integer>) new ArrayList<Integer>())
                .limit(blocks)
                .toList();
        int dealt = 0;
        for (int person : people) {
            // In twos, so that pairs stay together.
            inBlocks.get(dealt / 2 % blocks).add(person);
            dealt++;
        }
        return inBlocks.stream()
                .map(block ->
                        block.stream().mapToInt(Integer::intValue).sorted().toArray())
                .toList();
    }

    private List<List<Candidate>> parts(List<Candidate> candidates) {
        Set<Integer> everyone = IntStream.range(0, pool.size()).boxed().collect(Collectors.toSet());
        UnionFind<Integer> joined = new UnionFind<>(everyone);
        candidates.forEach(each -> joined.union(each.one(), each.other()));
        Map<Integer, List<Candidate>> parts = candidates.stream()
                .collect(Collectors.groupingBy(
                        each -> joined.find(each.one()), LinkedHashMap::new, Collectors.toList()));
        return List.copyOf(parts.values());
    }
}
