package org.threeshift.core.evening;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.threeshift.core.bank.Bank;
import org.threeshift.core.bank.Question;
import org.threeshift.core.bank.Round;
import org.threeshift.core.evening.plan.Decks;
import org.threeshift.core.evening.plan.Decks.Card;
import org.threeshift.core.evening.plan.Meeting;
import org.threeshift.core.evening.plan.Wanted;
import org.threeshift.core.people.PersonId;

/**
 * The questions of an evening: the deck of each slot, what is spare, and what nobody may host as they are yet to be asked it elsewhere.
 *
 * @param decks  of each slot
 * @param spare  of each slot
 * @param share  of either half, in minutes
 */
record EveningCards(
        Bank bank, List<List<Card>> decks, List<List<Card>> spare, Map<PersonId, Set<String>> closed, int share) {
    EveningCards {
        decks = List.copyOf(decks);
        spare = List.copyOf(spare);
        closed = Map.copyOf(closed);
    }

    /** Spare are first the other questions of the evening’s rounds, then those of the bank’s other rounds. */
    static EveningCards of(
            Shape shape, Bank bank, Map<Integer, List<String>> dealt, Map<PersonId, Set<String>> closed) {
        Map<String, Card> cards = new HashMap<>();
        bank.questions().forEach(question -> cards.put(question.id(), card(question)));
        List<List<String>> decks = new ArrayList<>();
        for (int slot = 1; slot <= shape.slots(); slot++) {
            decks.add(dealt.getOrDefault(slot, List.of()));
        }
        List<Card> rest = Stream.concat(
                        bank.rounds().stream().filter(round -> shape.rounds().contains(bank.id() + "/" + round.id())),
                        bank.rounds().stream())
                .map(Round::questions)
                .flatMap(List::stream)
                .flatMap(id -> Optional.ofNullable(cards.get(id)).stream())
                .distinct()
                .toList();
        return new EveningCards(
                bank,
                decks.stream()
                        .map(deck -> deck.stream()
                                .flatMap(id -> Optional.ofNullable(cards.get(id)).stream())
                                .toList())
                        .toList(),
                Decks.spare(rest, decks, shape.slotMinutes()),
                closed,
                shape.slotMinutes() / 2);
    }

    private static Card card(Question question) {
        return new Card(question.id(), question.minutes());
    }

    Optional<MeetingQuestions> of(Meeting meeting) {
        return MeetingQuestions.choose(
                decks.get(meeting.slot() - 1),
                spare.get(meeting.slot() - 1),
                closedTo(meeting.first()),
                closedTo(meeting.second()),
                share);
    }

    /**
     * Whether a meeting is held on what it was held on before.
     *
     * @param all    to which it was kept
     * @param agenda of its first half, which whoever interviews first must be free to host
     */
    boolean keeps(Meeting meeting, Set<String> all, Set<String> agenda) {
        return Collections.disjoint(agenda, closedTo(meeting.first()))
                && of(meeting).map(MeetingQuestions::all).filter(all::equals).isPresent();
    }

    /** Who of them may host nothing in a slot. */
    Set<Wanted.Busy> unusable(Set<PersonId> who) {
        Set<Wanted.Busy> unusable = new HashSet<>();
        for (PersonId person : who) {
            for (int slot = 1; slot <= decks.size(); slot++) {
                if (!MeetingQuestions.hosts(decks.get(slot - 1), spare.get(slot - 1), closedTo(person), share)) {
                    unusable.add(new Wanted.Busy(person, slot));
                }
            }
        }
        return unusable;
    }

    private Set<String> closedTo(PersonId person) {
        return closed.getOrDefault(person, Set.of());
    }
}
