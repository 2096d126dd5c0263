package org.threeshift.core.interview;

import java.util.List;
import java.util.Optional;
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
    private final List<ClosedQuestions> closed;

    AgendaChanges(Interviews interviews, InterviewStates states, Banks banks, List<ClosedQuestions> closed) {
        this.interviews = interviews;
        this.states = states;
        this.banks = banks;
        this.closed = List.copyOf(closed);
    }

    /** Adds a question at the agenda's end, for whoever leads. */
    public Outcome add(InterviewId interview, UUID commandId, String questionId, By by) {
        return states.find(interview)
                .filter(known -> known.setup().seat(by.actor()).isPresent())
                .map(known -> closedFor(known, interview, questionId, by)
                        .map(AgendaChanges::refused)
                        .orElseGet(() -> add(known, interview, commandId, questionId, by)))
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

    /** Only the lead learns that a question is closed, and why. */
    private Optional<Code> closedFor(Interview.Known known, InterviewId interview, String questionId, By by) {
        return known.setup().isLead(by.actor())
                ? closed.stream()
                        .filter(some -> some.of(interview).contains(questionId))
                        .map(ClosedQuestions::why)
                        .findFirst()
                : Optional.empty();
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
