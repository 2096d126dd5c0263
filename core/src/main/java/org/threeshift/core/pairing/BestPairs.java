package org.threeshift.core.pairing;

import java.util.Comparator;
import java.util.List;

/** The matching of greatest weight, over all possible pairs or those that pruning leaves. */
record BestPairs(Pruning pruning) implements Pairing {
    @Override
    public Drawn draw(Draw draw) {
        List<Practiser> people = draw.practisers().stream()
                .sorted(Comparator.comparing(each -> each.person().toString()))
                .toList();
        Pool pool = new Pool(draw, people);
        Lot lot = new Lot(pool, draw.at().toEpochMilli());
        Candidates candidates = Candidates.of(pool, pruning, lot);
        Drawing drawing =
                new Matching(pool, pruning, lot).of(candidates.all(), candidates.size() < candidates.possible());
        Swaps.made(pool, drawing, lot);
        return drawing.outcome(candidates);
    }
}
