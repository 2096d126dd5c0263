package org.threeshift.core.interview;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.bank.Question;
import org.threeshift.core.interview.model.AgendaItem;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.Command.By;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Refusal;
import org.threeshift.core.interview.model.Refusal.Code;
import org.threeshift.core.interview.model.Setup;
import org.threeshift.core.people.PersonId;

/** Puts further questions on an agenda. They come from the bank version that the interview was set up with, and no other. */
@Service
public class AgendaChanges {
    private final Interviews interviews;
    private final InterviewStates states;
    private final Banks banks;
    private final Optional<ClosedQuestions> closed;

    AgendaChanges(Interviews interviews, InterviewStates states, Banks banks, Optional<ClosedQuestions> closed) {
        this.interviews = interviews;
        this.states = states;
        this.banks = banks;
        this.closed = closed;
    }

    /** Adds a question at the agenda's end, for whoever leads. */
    public Outcome add(InterviewId interview, UUID commandId, String questionId, By by) {
        return states.find(interview)
                .filter(known -> known.setup().seat(by.actor()).isPresent())
                .map(known ->
                        known.setup().isLead(by.actor()) && closedOn(interview).contains(questionId)
                                ? refused(Code.SEEN_IN_EXCHANGE)
                                : add(known, interview, commandId, questionId, by))
                .orElseGet(() -> refused(Code.NOT_FOUND));
    }

    private Outcome add(Interview.Known known, InterviewId interview, UUID commandId, String questionId, By by) {
        return item(known, questionId)
                .map(item -> interviews.send(interview, new Sent(commandId, by, new Command.AddQuestion(item))))
                .orElseGet(() -> refused(unknown(known.setup(), by.actor())));
    }

    /** Only the lead learns which questions the bank has: for everybody else the answer is the same either way. */
    private static Code unknown(Setup setup, PersonId actor) {
        if (setup.isLead(actor)) {
            return Code.UNKNOWN_QUESTION;
        }
        return setup.isInterviewer(actor) ? Code.ONLY_LEAD : Code.ONLY_INTERVIEWER;
    }

    /** Questions that cannot be added whoever asks: what the other half of an exchange has shown. */
    private Set<String> closedOn(InterviewId interview) {
        return closed.map(some -> some.of(interview)).orElse(Set.of());
    }

    private Optional<AgendaItem> item(Interview.Known known, String questionId) {
        var agenda = known.setup().agenda();
        return banks.find(agenda.bankId(), agenda.bankVersion())
                .flatMap(bank -> bank.question(questionId))
                .map((Question question) -> AgendaItems.of(question));
    }

    private static Outcome refused(Code code) {
        return new Outcome.Refused(Refusal.of(code));
    }
}
