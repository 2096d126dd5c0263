package org.threeshift.core.pairing.simulation;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.threeshift.core.pairing.Draw;
import org.threeshift.core.pairing.Drawn;
import org.threeshift.core.pairing.LeftOut;
import org.threeshift.core.pairing.Pair;
import org.threeshift.core.pairing.Pairing;
import org.threeshift.core.pairing.Practiser;
import org.threeshift.core.people.PersonId;

/** Some weeks, with a draw in each: who takes part, comes or does not is the same whatever the way of pairing. */
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
        List<Practiser> taking = histories.values().stream()
                .filter(each -> week.takesPart(each.member()))
                .sorted(Comparator.comparingDouble(each -> week.comes(each.member())))
                .map(each -> each.practiser(week.open(each.member())))
                .toList();
        Drawn drawn = pairing.draw(new Draw(taking, week.span(), LENGTH, week.drawnAt()));
        Fairness fairness = new Fairness(taking, drawn);
        drawn.leftOut().forEach(left -> leftOut(left, fairness));
        drawn.pairs().forEach(pair -> joined(pair, week));
    }

    private void leftOut(LeftOut left, Fairness fairness) {
        if (!left.isOddOneOut()) {
            tally.alone++;
            return;
        }
        History history = history(left.person());
        tally.tookPart++;
        if (history.waited() > 0) {
            tally.leftOutAgain++;
            tally.leftOutForNothing += fairness.couldHavePractised(left.person()) ? 1 : 0;
        }
        history.leftOut();
        tally.longestWait = Math.max(tally.longestWait, history.waited());
    }

    private void joined(Pair pair, Week week) {
        History one = history(pair.one());
        History other = history(pair.other());
        tally.tookPart += 2;
        tally.joined += 2;
        tally.pairs++;
        tally.repeats += one.hasMet(pair.other()) ? 1 : 0;
        boolean oneGains =
                one.member().standing().weak() == other.member().standing().strong();
        boolean otherGains =
                other.member().standing().weak() == one.member().standing().strong();
        tally.opposite += oneGains && otherGains ? 1 : 0;
        tally.oneWay += oneGains || otherGains ? 1 : 0;
        appointment(one, other, pair, week);
        one.joined();
        other.joined();
    }

    private void appointment(History one, History other, Pair pair, Week week) {
        boolean oneCame = week.turnsUp(one.member());
        boolean otherCame = week.turnsUp(other.member());
        stoodUp(one, oneCame && !otherCame);
        stoodUp(other, otherCame && !oneCame);
        one.committed(oneCame);
        other.committed(otherCame);
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
