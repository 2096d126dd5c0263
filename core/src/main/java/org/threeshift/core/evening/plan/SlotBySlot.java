package org.threeshift.core.evening.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.Graphs;
import org.jgrapht.alg.matching.SparseEdmondsMaximumCardinalityMatching;
import org.jgrapht.alg.matching.blossom.v5.KolmogorovWeightedPerfectMatching;
import org.jgrapht.alg.matching.blossom.v5.ObjectiveSense;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

/**
 * One slot after the other, each a matching of greatest weight (Blossom V; Kolmogorov 2009): for late comers, for people who must not
 * meet or are busy in a slot, and for odd numbers in few rooms. Of all matchings that a slot allows it takes one with as many meetings as there can be, of
 * those one that lets people sit out who did so least, of those one that keeps what was planned before.
 *
 * <p>A slot may spoil a later one, so that several plans are made by lot, and the first without a blemish is taken, or else the best.
 */
final class SlotBySlot {
    private static final int LOTS = 8;
    private static final int KEPT = 16;
    /** More than all lots and all that is kept of a slot. Whole numbers: with fractions the search may not come to an end. */
    private static final int SAT_OUT = 1_000;

    private final Company company;
    private final Wanted wanted;
    private final Lots lots;
    private final Set<List<Integer>> before = new HashSet<>();
    private final Attempt best;

    SlotBySlot(Company company, Wanted wanted, Lots lots) {
        this.company = company;
        this.wanted = wanted;
        this.lots = lots;
        for (int one = 0; one < company.size(); one++) {
            for (Meeting meeting : wanted.before()) {
                for (int other = 0; other < company.size(); other++) {
                    if (meeting.first().equals(company.get(one))
                            && meeting.second().equals(company.get(other))) {
                        before.add(List.of(meeting.slot(), Math.min(one, other), Math.max(one, other)));
                    }
                }
            }
        }
        best = best();
    }

    private Attempt best() {
        Attempt found = new Attempt(0);
        for (int attempt = 1; attempt < attempts() && found.blemish > 0; attempt++) {
            Attempt next = new Attempt(attempt);
            found = next.blemish < found.blemish ? next : found;
        }
        return found;
    }

    /** The meetings of each slot from the first that is to be planned, by numbers. */
    List<List<int[]>> slots() {
        return best.slots;
    }

    /** Whether no room is left empty for which there are people, and all sit out as often, one more or less. */
    boolean spotless() {
        return best.blemish == 0;
    }

    private int attempts() {
        return company.size() <= 12 ? 300 : company.size() <= 24 ? 40 : 6;
    }

    private final class Attempt {
        private final int number;
        private final int[][] met = company.met();
        private final int[] satOut = company.satOut();
        private final List<List<int[]>> slots = new ArrayList<>();
        private int blemish;

        Attempt(int number) {
            this.number = number;
            for (int slot = wanted.from(); slot <= wanted.slots(); slot++) {
                List<int[]> meetings = meetings(slot);
                hold(meetings, slot);
                int most = Math.min(wanted.rooms(), free(slot) / 2);
                slots.add(meetings);
                blemish += 100 * (most - meetings.size()) + Math.max(0, spread() - 1);
            }
        }

        private int free(int slot) {
            int free = 0;
            for (int one = 0; one < company.size(); one++) {
                free += company.isFree(one, slot) ? 1 : 0;
            }
            return free;
        }

        private void hold(List<int[]> meetings, int slot) {
            for (int one = 0; one < satOut.length; one++) {
                satOut[one] += company.isFree(one, slot) ? 1 : 0;
            }
            for (int[] pair : meetings) {
                met[pair[0]][pair[1]]++;
                met[pair[1]][pair[0]]++;
                satOut[pair[0]]--;
                satOut[pair[1]]--;
            }
        }

        private int spread() {
            return satOut.length == 0
                    ? 0
                    : Arrays.stream(satOut).max().getAsInt()
                            - Arrays.stream(satOut).min().getAsInt();
        }

        private List<int[]> meetings(int slot) {
            Graph<Integer, DefaultWeightedEdge> graph = possible(slot);
            if (graph.edgeSet().isEmpty()) {
                return List.of();
            }
            int most = new SparseEdmondsMaximumCardinalityMatching<>(graph)
                    .getMatching()
                    .getEdges()
                    .size();
            int seats = company.size() - 2 * Math.min(most, wanted.rooms());
            for (int seat = 0; seat < seats; seat++) {
                for (int one = 0; one < company.size(); one++) {
                    Graphs.addEdgeWithVertices(
                            graph, one, company.size() + seat, -(double) SAT_OUT * satOut[one] * satOut[one]);
                }
            }
            List<int[]> meetings = new ArrayList<>();
            for (DefaultWeightedEdge edge :
                    new KolmogorovWeightedPerfectMatching<>(graph, ObjectiveSense.MAXIMIZE).getMatching()) {
                int one = graph.getEdgeSource(edge);
                int other = graph.getEdgeTarget(edge);
                if (Math.max(one, other) < company.size()) {
                    meetings.add(new int[] {Math.min(one, other), Math.max(one, other)});
                }
            }
            meetings.sort((some, others) -> Integer.compare(some[0], others[0]));
            return List.copyOf(meetings);
        }

        private Graph<Integer, DefaultWeightedEdge> possible(int slot) {
            Graph<Integer, DefaultWeightedEdge> graph = new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
            for (int one = 0; one < company.size(); one++) {
                graph.addVertex(one);
            }
            for (int one = 0; one < company.size(); one++) {
                for (int other = one + 1; other < company.size(); other++) {
                    if (may(one, other, slot) && isNext(one, other, slot) && isNext(other, one, slot)) {
                        int kept = before.contains(List.of(slot, one, other)) ? KEPT : 0;
                        Graphs.addEdge(graph, one, other, kept + lots.of(number, slot, one, other, LOTS));
                    }
                }
            }
            return graph;
        }

        private boolean may(int one, int other, int slot) {
            return company.may(one, other) && company.isFree(one, slot) && company.isFree(other, slot);
        }

        /** Whether there is nobody whom the first may meet then and met less often than the other. */
        private boolean isNext(int one, int other, int slot) {
            for (int third = 0; third < company.size(); third++) {
                if (may(one, third, slot) && met[one][third] < met[one][other]) {
                    return false;
                }
            }
            return true;
        }
    }
}
