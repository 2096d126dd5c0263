package org.threeshift.core.interview.model;

import static org.threeshift.core.interview.model.Decision.already;
import static org.threeshift.core.interview.model.Decision.happened;
import static org.threeshift.core.interview.model.Decision.refused;

import java.util.HashSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.threeshift.core.interview.model.Command.By;
import org.threeshift.core.interview.model.Interview.Debriefing;
import org.threeshift.core.interview.model.Interview.Known;
import org.threeshift.core.interview.model.Interview.Live;
import org.threeshift.core.interview.model.Refusal.Code;

/** How the lead keeps to the time: pauses, and what is asked in which order. */
final class Steering {
    private Steering() {}

    static Decision pause(Known state, By by) {
        return byLead(
                state,
                by,
                live -> live.course().paused().isPresent() ? already() : happened(new InterviewEvent.Paused()));
    }

    static Decision resume(Known state, By by) {
        return byLead(
                state,
                by,
                live -> live.course().paused().isPresent() ? happened(new InterviewEvent.Resumed()) : already());
    }

    static Decision skip(Known state, Command.SkipQuestion wanted, By by) {
        return byLead(
                state,
                by,
                live -> live.setup()
                        .agenda()
                        .item(wanted.questionId())
                        .map(item -> skip(live, item))
                        .orElseGet(() -> refused(Code.UNKNOWN_QUESTION)));
    }

    /** A question that was asked keeps its levels, so it cannot be left out any more. */
    private static Decision skip(Live live, AgendaItem item) {
        if (live.course().wasPosed(item.questionId())) {
            return refused(Code.ALREADY_POSED, item.title());
        }
        return live.course().skipped().contains(item.questionId())
                ? already()
                : happened(new InterviewEvent.QuestionSkipped(item.questionId()));
    }

    /** Also before the start. */
    static Decision reorder(Known state, Command.ReorderAgenda wanted, By by) {
        return beforeItIsOver(state, by, () -> {
            var now = state.setup().agenda().items().stream()
                    .map(AgendaItem::questionId)
                    .toList();
            if (wanted.questionIds().equals(now)) {
                return already();
            }
            return wanted.questionIds().size() == now.size()
                            && new HashSet<>(wanted.questionIds()).equals(new HashSet<>(now))
                    ? happened(new InterviewEvent.AgendaReordered(wanted.questionIds()))
                    : refused(Code.ORDER_INCOMPLETE);
        });
    }

    /** Also before the start. */
    static Decision add(Known state, Command.AddQuestion wanted, By by) {
        return beforeItIsOver(state, by, () -> {
            Agenda agenda = state.setup().agenda();
            if (agenda.item(wanted.item().questionId()).isPresent()) {
                return refused(Code.ON_AGENDA, wanted.item().title());
            }
            return agenda.items().size() < Limits.AGENDA_ITEMS
                    ? happened(new InterviewEvent.QuestionAdded(wanted.item()))
                    : refused(Code.AGENDA_FULL, Integer.toString(Limits.AGENDA_ITEMS));
        });
    }

    /** Only before the start: what was begun on one round ends on it. */
    static Decision choose(Known state, Command.ChooseRound wanted, By by) {
        if (!state.setup().isLead(by.actor())) {
            return notLead(state, by);
        }
        return switch (state) {
            case Interview.Scheduled _ when wanted.agenda().items().isEmpty() -> refused(Code.AGENDA_EMPTY);
            case Interview.Scheduled now ->
                wanted.agenda().equals(now.setup().agenda())
                        ? already()
                        : happened(new InterviewEvent.RoundChosen(wanted.agenda()));
            case Live _, Debriefing _ -> refused(Code.ALREADY_STARTED);
            case Interview.Published _ -> refused(Code.PUBLISHED);
            case Interview.Cancelled _ -> refused(Code.CANCELLED);
        };
    }

    private static Decision beforeItIsOver(Known state, By by, Supplier<Decision> decide) {
        if (state instanceof Interview.Scheduled) {
            return state.setup().isLead(by.actor()) ? decide.get() : notLead(state, by);
        }
        return byLead(state, by, _ -> decide.get());
    }

    static Decision byLead(Known state, By by, Function<Live, Decision> decide) {
        if (!state.setup().isLead(by.actor())) {
            return notLead(state, by);
        }
        return switch (state) {
            case Interview.Scheduled _ -> refused(Code.NOT_STARTED);
            case Live live -> decide.apply(live);
            case Debriefing _ -> refused(Code.OVER);
            case Interview.Published _ -> refused(Code.PUBLISHED);
            case Interview.Cancelled _ -> refused(Code.CANCELLED);
        };
    }

    static Decision notLead(Known state, By by) {
        return refused(state.setup().isInterviewer(by.actor()) ? Code.ONLY_LEAD : Code.ONLY_INTERVIEWER);
    }
}
