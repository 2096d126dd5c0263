package org.threeshift.core.pairing.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.threeshift.core.hours.Span;
import org.threeshift.core.pairing.Draw;
import org.threeshift.core.pairing.Drawn;
import org.threeshift.core.pairing.LeftOut;
import org.threeshift.core.pairing.Pair;
import org.threeshift.core.pairing.Pairing;
import org.threeshift.core.pairing.Practiser;
import org.threeshift.core.people.PersonId;

/**
 * Some weeks, with a draw in each, two days to say yes, and a second matching of whoever is left then:
 * who takes part, comes or does not is the same whatever the way of pairing.
 */
final class Season {
    private static final Duration LENGTH = Duration.ofMinutes(90);
    private static final double RELIABLE = 0.8;

    private final Pairing pairing;
    private final Map<PersonId, History> histories = new LinkedHashMap<>();
    private final Tally tally = new Tally();

    private Season(Pairing pairing, List<Member> members) {
        this.pairing = pairing;
        members.forEach(member -> histories.put(member.person(), new History(member)));
    }

    static Tally played(Pairing pairing, List<Member> members, int weeks, long seed) {
        Season season = new Season(pairing, members);
        for (int week = 0; week < weeks; week++) {
            season.play(new Week(seed, week));
        }
        return season.tally;
    }

    private void play(Week week) {
        List<History> taking = histories.values().stream()
                .filter(each -> week.takesPart(each.member()))
                .sorted(Comparator.comparingDouble(each -> week.comes(each.member())))
                .toList();
        tally.paused += (int)
                taking.stream().filter(each -> each.paused(week.drawnAt())).count();
        List<History> in =
                taking.stream().filter(each -> !each.paused(week.drawnAt())).toList();
        Round first = new Round(week, week.span(), week.drawnAt(), 1);
        Drawn drawn = first.drawn(in, Map.of());
        tallyDraw(first.fairness, drawn);
        Map<PersonId, Set<PersonId>> apart = new HashMap<>();
        Set<PersonId> left = new HashSet<>(drawn.leftOut().stream()
                .filter(LeftOut::isOddOneOut)
                .map(LeftOut::person)
                .toList());
        drawn.pairs().forEach(pair -> answered(pair, first, left, apart));
        again(week, left, apart);
    }

    /** A matching of a week: whom, for when, decided when, and which one it is. */
    private final class Round {
        private final Week week;
        private final Span period;
        private final Instant at;
        private final int number;
        private Fairness fairness = new Fairness(Map.of(), Map.of());

        Round(Week week, Span period, Instant at, int number) {
            this.week = week;
            this.period = period;
            this.at = at;
            this.number = number;
        }

        Drawn drawn(List<History> in, Map<PersonId, Set<PersonId>> apart) {
            List<Practiser> practisers = in.stream()
                    .map(each -> each.practiser(
                            week.open(each.member()).intersection(period),
                            apart.getOrDefault(each.member().person(), Set.of()),
                            at))
                    .toList();
            Drawn drawn = pairing.draw(new Draw(practisers, period, LENGTH, at));
            fairness = new Fairness(practisers, drawn);
            return drawn;
        }
    }

    /** Whoever is left, or said yes to somebody who did not, is put together once more for the rest of the week. */
    private void again(Week week, Set<PersonId> left, Map<PersonId, Set<PersonId>> apart) {
        List<History> in = histories.values().stream()
                .filter(each -> left.contains(each.member().person()))
                .sorted(Comparator.comparingDouble(each -> week.comes(each.member())))
                .toList();
        Round second = new Round(week, week.rest(), week.confirmBy(), 2);
        Drawn drawn = second.drawn(in, apart);
        Set<PersonId> without =
                new HashSet<>(drawn.leftOut().stream().map(LeftOut::person).toList());
        drawn.pairs().forEach(pair -> answered(pair, second, without, apart));
        without.stream().map(this::history).forEach(history -> {
            tally.withoutAgain += history.waited() > 0 ? 1 : 0;
            history.leftOut();
        });
    }

    private void tallyDraw(Fairness fairness, Drawn drawn) {
        tally.joined += 2 * drawn.pairs().size();
        tally.tookPart += 2 * drawn.pairs().size();
        for (LeftOut left : drawn.leftOut()) {
            if (!left.isOddOneOut()) {
                tally.alone++;
                continue;
            }
            tally.tookPart++;
            History history = history(left.person());
            if (history.waited() > 0) {
                tally.leftOutAgain++;
                tally.leftOutForNothing += fairness.couldHavePractised(left.person()) ? 1 : 0;
            }
            tally.longestWait = Math.max(tally.longestWait, history.waited() + 1);
        }
    }

    /** Whoever says yes to somebody who does not is left; whoever does not answer is out of it for this week. */
    private void answered(Pair pair, Round round, Set<PersonId> left, Map<PersonId, Set<PersonId>> apart) {
        boolean one = round.week.confirms(history(pair.one()).member(), round.number);
        boolean other = round.week.confirms(history(pair.other()).member(), round.number);
        if (one && other) {
            agreed(pair, round);
            return;
        }
        tally.lapsed++;
        apart.computeIfAbsent(pair.one(), _ -> new HashSet<>()).add(pair.other());
        apart.computeIfAbsent(pair.other(), _ -> new HashSet<>()).add(pair.one());
        if (one) {
            left.add(pair.one());
        }
        if (other) {
            left.add(pair.other());
        }
    }

    private void agreed(Pair pair, Round round) {
        History one = history(pair.one());
        History other = history(pair.other());
        tally.agreed += 2;
        tally.pairs++;
        tally.second += round.number == 2 ? 1 : 0;
        tally.repeats += one.hasMet(pair.other()) ? 1 : 0;
        boolean oneGains =
                one.member().standing().weak() == other.member().standing().strong();
        boolean otherGains =
                other.member().standing().weak() == one.member().standing().strong();
        tally.opposite += oneGains && otherGains ? 1 : 0;
        tally.oneWay += oneGains || otherGains ? 1 : 0;
        appointment(one, other, pair, round.week);
        one.joined();
        other.joined();
    }

    private void appointment(History one, History other, Pair pair, Week week) {
        boolean oneCame = week.turnsUp(one.member());
        boolean otherCame = week.turnsUp(other.member());
        stoodUp(one, oneCame && !otherCame);
        stoodUp(other, otherCame && !oneCame);
        one.committed(oneCame, pair.when().from());
        other.committed(otherCame, pair.when().from());
        if (oneCame && otherCame) {
            tally.kept++;
            one.meets(pair.other(), pair.when().from());
            other.meets(pair.one(), pair.when().from());
            afterwards(one, pair.other(), week);
            afterwards(other, pair.one(), week);
        }
    }

    private void stoodUp(History member, boolean inVain) {
        if (member.member().keeps() > RELIABLE) {
            tally.reliable++;
            tally.reliableStoodUp += inVain ? 1 : 0;
        }
    }

    private static void afterwards(History history, PersonId partner, Week week) {
        Random chance = week.afterwards(history.member());
        if (chance.nextInt(100) < 10) {
            history.likes(partner);
        } else if (chance.nextInt(100) < 1) {
            history.blocks(partner);
        }
    }

    private History history(PersonId person) {
        History history = histories.get(person);
        if (history == null) {
            throw new IllegalStateException(person + " is no member");
        }
        return history;
    }
}
