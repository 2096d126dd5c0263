package org.threeshift.core.interview;

import org.threeshift.core.bank.Question;
import org.threeshift.core.interview.model.AgendaItem;

/** Questions of a bank as the rules of an interview need them. */
public final class AgendaItems {
    private AgendaItems() {}

    public static AgendaItem of(Question question) {
        return new AgendaItem(
                question.id(),
                question.title(),
                question.shifts(),
                question.traps().stream()
                        .map(trap -> new AgendaItem.Trap(trap.id(), trap.name()))
                        .toList(),
                question.minutes());
    }
}
