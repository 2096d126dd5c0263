package org.threeshift.core.evening;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.threeshift.core.bank.Bank;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.bank.Question;
import org.threeshift.core.exchange.SecondHalfQuestions;
import org.threeshift.core.interview.ClosedQuestions;
import org.threeshift.core.interview.InterviewStates;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Refusal;

/**
 * Keeps both halves of a meeting to the questions of its slot: all others may be asked in another slot, of whoever would read their
 * guide here.
 */
@Component
@Order(EveningQuestions.AFTER_EXCHANGES)
final class EveningQuestions implements SecondHalfQuestions, ClosedQuestions {
    static final int AFTER_EXCHANGES = 1;

    private final PostgresMeetings meetings;
    private final InterviewStates states;
    private final Banks banks;

    EveningQuestions(PostgresMeetings meetings, InterviewStates states, Banks banks) {
        this.meetings = meetings;
        this.states = states;
        this.banks = banks;
    }

    @Override
    public Map<InterviewId, Set<String>> of(Collection<InterviewId> firstHalves) {
        return firstHalves.isEmpty() ? Map.of() : meetings.limits(firstHalves);
    }

    @Override
    public Set<String> of(InterviewId interview) {
        return meetings.firstHalf(interview)
                .map(first -> beyond(interview, meetings.limits(List.of(first)).getOrDefault(first, Set.of())))
                .orElse(Set.of());
    }

    private Set<String> beyond(InterviewId interview, Set<String> limit) {
        return states
                .find(interview)
                .flatMap(known -> banks.find(
                        known.setup().agenda().bankId(), known.setup().agenda().bankVersion()))
                .map(Bank::questions)
                .orElse(List.of())
                .stream()
                .map(Question::id)
                .filter(question -> !limit.contains(question))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Refusal.Code why() {
        return Refusal.Code.YET_TO_BE_ASKED;
    }
}
