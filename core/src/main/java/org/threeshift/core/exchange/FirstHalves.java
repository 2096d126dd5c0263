package org.threeshift.core.exchange;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.bank.Question;
import org.threeshift.core.interview.ClosedQuestions;
import org.threeshift.core.interview.InterviewStates;
import org.threeshift.core.interview.model.AgendaItem;
import org.threeshift.core.interview.model.Course;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.Interview.Known;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Refusal;
import org.threeshift.core.interview.model.Setup;

/**
 * Keeps what a first half has shown off the agenda of the second, also when its interviewer adds questions by hand: the
 * candidate has read their guide, and the interviewer must not before the first half is published. Keeps the rest of the bank
 * for the second half, too.
 */
@Component
@Order(FirstHalves.MOST_TELLING)
final class FirstHalves implements ClosedQuestions {
    /** Whoever was just asked a question in their own exchange is told so, and not only that they were asked it somewhere. */
    static final int MOST_TELLING = 0;

    private final ExchangeStore store;
    private final InterviewStates states;
    private final Banks banks;

    FirstHalves(ExchangeStore store, InterviewStates states, Banks banks) {
        this.store = store;
        this.states = states;
        this.banks = banks;
    }

    @Override
    public Set<String> of(InterviewId interview) {
        return store.ofHalves(List.of(interview)).stream()
                .flatMap(exchange -> states.find(exchange.first()).stream()
                        .flatMap(first -> exchange.second().equals(interview)
                                ? seen(interview, first).stream()
                                : kept(exchange, first)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Set<String> seen(InterviewId second, Known first) {
        return states.find(second)
                .map(known -> seen(first, known.setup().agenda().bankId()))
                .orElse(Set.of());
    }

    @Override
    public Refusal.Code why() {
        return Refusal.Code.SEEN_IN_EXCHANGE;
    }

    /** Whoever interviews in the first half is asked in the second: choosing from the rest of the bank would show it to them. */
    private Stream<String> kept(Exchange exchange, Known first) {
        return exchange.declined().isPresent()
                ? Stream.of()
                : banks
                        .find(
                                first.setup().agenda().bankId(),
                                first.setup().agenda().bankVersion())
                        .stream()
                        .flatMap(bank -> bank.questions().stream())
                        .map(Question::id);
    }

    /**
     * Of a bank's questions: the interviewer had the guide of the whole agenda before them, and that of every one that was put away for
     * another; and the candidate heard what was posed.
     */
    static Set<String> seen(Known first, String bankId) {
        Setup setup = first.setup();
        var seen = new HashSet<String>();
        Stream.concat(Stream.of(setup.agenda()), setup.putAway().stream())
                .filter(agenda -> agenda.bankId().equals(bankId))
                .flatMap(agenda -> agenda.items().stream())
                .map(AgendaItem::questionId)
                .forEach(seen::add);
        if (first instanceof Interview.Held held && setup.agenda().bankId().equals(bankId)) {
            held.course().posed().stream().map(Course.Posed::questionId).forEach(seen::add);
        }
        return Set.copyOf(seen);
    }
}
