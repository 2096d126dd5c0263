package org.threeshift.core.interview;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.interview.InterviewIndex.Entry;
import org.threeshift.core.interview.model.Agenda;
import org.threeshift.core.interview.model.AgendaItem;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Refusal;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/**
 * Keeps the guide from those whom it is about: nobody hosts an interview on questions that they are themselves to be asked, or
 * were asked in an interview whose scorecard is not published yet. Whoever may read whole banks reads them anyway. What this
 * does not keep is in {@code docs/decisions/0022-own-questions.md}.
 */
@Component
final class YetToBeAsked implements ClosedQuestions {
    /** An interview that began longer ago and was never published keeps nothing closed any more. */
    static final Duration COUNTS_FOR = Duration.ofDays(60);

    private final InterviewIndex index;
    private final InterviewStates states;
    private final People people;
    private final InstantSource time;

    YetToBeAsked(InterviewIndex index, InterviewStates states, People people, InstantSource time) {
        this.index = index;
        this.states = states;
        this.people = people;
        this.time = time;
    }

    /** For whoever leads it and may add questions. */
    @Override
    public Set<String> of(InterviewId interview) {
        return states.find(interview)
                .flatMap(known -> people.find(known.setup().lead())
                        .map(lead -> of(lead, known.setup().agenda().bankId(), time.instant())))
                .orElse(Set.of());
    }

    @Override
    public Refusal.Code why() {
        return Refusal.Code.YET_TO_BE_ASKED;
    }

    /** The questions of a bank, in whatever version, whose guide this person must not read yet. */
    Set<String> of(Person person, String bankId, Instant now) {
        return of(person, now).getOrDefault(bankId, Set.of());
    }

    /** The same of all banks. */
    Map<String, Set<String>> of(Person person, Instant now) {
        if (Banks.maySee(person)) {
            return Map.of();
        }
        List<InterviewId> own = own(person.id(), now).map(Entry::id).toList();
        return states.find(own).values().stream()
                .map(known -> known.setup().agenda())
                .collect(Collectors.groupingBy(
                        Agenda::bankId,
                        Collectors.flatMapping(
                                agenda -> agenda.items().stream().map(AgendaItem::questionId),
                                Collectors.toUnmodifiableSet())));
    }

    private Stream<Entry> own(PersonId person, Instant now) {
        return Stream.of(index.upcoming(person), index.debriefing(person))
                .flatMap(List::stream)
                .filter(entry -> entry.seat() == Seat.CANDIDATE)
                .filter(entry -> entry.startsAt().isAfter(now.minus(COUNTS_FOR)));
    }

    /** Why a person may not host an interview on these questions; absent when they may. */
    Optional<Refusal> refusal(Person host, String bankId, List<String> questions, Instant now) {
        Set<String> own = of(host, bankId, now);
        return questions.stream().anyMatch(own::contains) ? Optional.of(Refusal.of(why())) : Optional.empty();
    }
}
