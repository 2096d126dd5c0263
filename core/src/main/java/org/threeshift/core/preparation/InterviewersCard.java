package org.threeshift.core.preparation;

import java.util.List;
import java.util.Optional;
import org.threeshift.core.bank.Question;
import org.threeshift.core.bank.Question.Trap;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.Seniority;

/**
 * What helps whoever sits on the interviewers' side. Nothing that the candidate was ever scored is in it.
 *
 * @param seat       interviews, shadows or observes
 * @param questions  those of the round with their guide, in the order in which they are to be asked
 * @param targetRole what the candidate wants to become, as far as they say
 * @param primer     how to give feedback; absent for whoever gives none
 */
public record InterviewersCard(
        InterviewId interview,
        Seat seat,
        String roundTitle,
        int minutes,
        List<Question> questions,
        Optional<String> targetRole,
        Optional<Seniority> seniority,
        Optional<Primer> primer) {
    public InterviewersCard {
        questions = List.copyOf(questions);
    }

    /** What to watch for: a trap and the question that sets it. */
    public record Watch(Question question, Trap trap) {}

    /** In the order of the round. */
    public List<Watch> watches() {
        return questions.stream()
                .flatMap(question -> question.traps().stream().map(trap -> new Watch(question, trap)))
                .toList();
    }

    /** How the primer on feedback is met. */
    public enum Primer {
        /** This is the first interview for which they prepare. */
        FIRST_TIME,
        READ_BEFORE
    }
}
