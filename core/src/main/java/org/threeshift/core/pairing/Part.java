package org.threeshift.core.pairing;

import java.util.List;
import org.jgrapht.Graph;
import org.jgrapht.Graphs;
import org.jgrapht.alg.matching.SparseEdmondsMaximumCardinalityMatching;
import org.jgrapht.alg.matching.blossom.v5.KolmogorovWeightedPerfectMatching;
import org.jgrapht.alg.matching.blossom.v5.ObjectiveSense;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

/**
 * The matching of greatest weight among people of whom each may be joined with some others.
 *
 * <p><b>What it maximises.</b> First the number of pairs; among those who is covered, whoever waited longest first; then the
 * points; then the lot. The first two never stand against each other: the sets of people whom matchings can cover are the
 * independent sets of a matroid (Edmonds and Fulkerson 1965, Transversals and matroid partition), so that any set which can be
 * covered at all lies in one covered by a largest matching, and the order of waiting alone finds whom to leave out.
 *
 * <p><b>How.</b> Blossom V (Kolmogorov 2009, a new implementation of a minimum cost perfect matching algorithm) finds perfect
 * matchings. Where the largest matching leaves some people out, as many seats are added as there are of them; to sit there costs
 * a person so much for every draw that they waited that points cannot outweigh it. All weights are whole numbers that a double
 * holds exactly: with fractions the search may not come to an end (jgrapht issue 1200). Equal weights make it slow, so that the
 * lot is in them.
 */
final class Part {
    private static final int MOST_POINTS = 100;
    /** In parts of more people waiting is weighed as {@link #dearness} says. */
    static final int SMALL = 700;
    /** How many different lots there are in a small part. */
    private static final int FEW_LOTS = 8;
    /** And in a larger one, where equals cost far more time. */
    private static final int MANY_LOTS = 256;
    /** More draws waited than these count as these; in large parts fewer, as {@link #mostWaited} says. */
    private static final int MOST_WAITED = 1000;
    /** Of what waiting counts, so that no weight comes near to what is infinite to JGraphT. */
    private static final double DEAREST_OF_ALL = 4.5e9;
    /** Of a seat, for every draw waited. Weights of 1e10 are infinite to JGraphT. */
    private static final double DEAREST = 5e8;
    /** With more edges than these to seats, a second copy of the part is the smaller graph. */
    private static final long MOST_SEATS = 500_000;

    private final Pool pool;
    private final Graph<Integer, DefaultWeightedEdge> graph = new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
    private final List<Integer> people;
    /** What a point counts: more than all lots of the part together. */
    private final double point;

    private final int lots;

    Part(Pool pool, Lot lot, List<Candidate> part) {
        this.pool = pool;
        part.forEach(each -> Graphs.addEdgeWithVertices(graph, each.one(), each.other()));
        this.people = List.copyOf(graph.vertexSet());
        this.lots = people.size() > SMALL ? MANY_LOTS : FEW_LOTS;
        this.point = lots * mostPairs() + 1;
        for (Candidate each : part) {
            int drawn = lot.of(each.one(), each.other()) % lots;
            graph.setEdgeWeight(each.one(), each.other(), each.points() * point + drawn);
        }
    }

    int size() {
        return people.size();
    }

    /** The pairs of one of the largest matchings, whatever they weigh. */
    List<int[]> largest() {
        return new SparseEdmondsMaximumCardinalityMatching<>(graph)
                .getMatching().getEdges().stream()
                        .map(edge -> new int[] {graph.getEdgeSource(edge), graph.getEdgeTarget(edge)})
                        .toList();
    }

    List<Integer> people() {
        return people;
    }

    void match(Drawing drawing) {
        int leftOut = people.size() - 2 * largest().size();
        if ((long) leftOut * people.size() <= MOST_SEATS) {
            addSeats(leftOut);
        } else {
            addCopy();
        }
        var best = new KolmogorovWeightedPerfectMatching<>(graph, ObjectiveSense.MAXIMIZE).getMatching();
        for (DefaultWeightedEdge edge : best) {
            int one = graph.getEdgeSource(edge);
            int other = graph.getEdgeTarget(edge);
            if (isPerson(one) && isPerson(other)) {
                drawing.join(one, other);
            }
        }
    }

    private void addSeats(int seats) {
        for (int seat = 0; seat < seats; seat++) {
            for (int person : people) {
                Graphs.addEdgeWithVertices(graph, person, pool.size() + seat, -dearness() * waited(person));
            }
        }
    }

    /** Whoever is left out is joined with themselves in the copy, where everybody else finds the same partner for nothing. */
    private void addCopy() {
        List<DefaultWeightedEdge> edges = List.copyOf(graph.edgeSet());
        for (DefaultWeightedEdge edge : edges) {
            Graphs.addEdgeWithVertices(
                    graph, pool.size() + graph.getEdgeSource(edge), pool.size() + graph.getEdgeTarget(edge), 0);
        }
        for (int person : people) {
            Graphs.addEdgeWithVertices(graph, person, pool.size() + person, -dearness() * (1 + waited(person)));
        }
    }

    /**
     * What a draw waited counts. In small parts more than all points together, and so waiting goes before points without
     * exception. In larger ones more than any pair, also at ten thousand people: enough that nobody is left out while somebody
     * who waited less has a partner of theirs.
     */
    private double dearness() {
        return Math.min(DEAREST, (MOST_POINTS * point + lots) * mostPairs());
    }

    private int mostPairs() {
        return people.size() / 2;
    }

    private int waited(int person) {
        return Math.min(pool.waited(person), mostWaited());
    }

    /** How many draws waited are told apart: nine in the largest parts, some dozen in blocks, hundreds in the waiting room. */
    private int mostWaited() {
        return (int) Math.min(MOST_WAITED, DEAREST_OF_ALL / dearness());
    }

    private boolean isPerson(int vertex) {
        return vertex < pool.size();
    }
}
