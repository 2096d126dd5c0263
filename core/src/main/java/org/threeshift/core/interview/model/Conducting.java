package org.threeshift.core.interview.model;

import static org.threeshift.core.interview.model.Decision.already;
import static org.threeshift.core.interview.model.Decision.happened;
import static org.threeshift.core.interview.model.Decision.refused;

import java.util.ArrayList;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.threeshift.core.interview.model.Command.By;
import org.threeshift.core.interview.model.Course.Posed;
import org.threeshift.core.interview.model.Interview.Debriefing;
import org.threeshift.core.interview.model.Interview.Known;
import org.threeshift.core.interview.model.Interview.Live;
import org.threeshift.core.interview.model.Refusal.Code;
import org.threeshift.core.people.PersonId;

/** While questions are asked. The lead poses them; every interviewer may follow up with a probe and mark heights. */
final class Conducting {
    private Conducting() {}

    static Decision start(Known state, By by) {
        if (!state.setup().isLead(by.actor())) {
            return Steering.notLead(state, by);
        }
        return switch (state) {
            case Interview.Scheduled scheduled ->
                Arrival.at(scheduled.setup().startsAt(), by.at()) == Arrival.PREPARING
                        ? refused(Code.TOO_EARLY_TO_START, Long.toString(Limits.JOINING_OPENS_BEFORE.toMinutes()))
                        : happened(new InterviewEvent.Started());
            case Live _ -> already();
            case Debriefing _ -> refused(Code.OVER);
            case Interview.Published _ -> refused(Code.PUBLISHED);
            case Interview.Cancelled _ -> refused(Code.CANCELLED);
        };
    }

    static Decision pose(Known state, Command.Pose wanted, By by) {
        return Steering.byLead(
                state,
                by,
                live -> live.setup()
                        .agenda()
                        .item(wanted.questionId())
                        .map(item -> posed(live, wanted.questionId()))
                        .orElseGet(() -> refused(Code.UNKNOWN_QUESTION)));
    }

    /** A question ends a pause, also the one that lies on the table. */
    private static Decision posed(Live live, String questionId) {
        var events = new ArrayList<InterviewEvent>();
        if (live.course().paused().isPresent()) {
            events.add(new InterviewEvent.Resumed());
        }
        if (!isOpen(live, questionId)) {
            events.add(new InterviewEvent.QuestionPosed(questionId));
        }
        return new Decision.Accepted(events);
    }

    static Decision askProbe(Known state, Command.AskProbe wanted, By by) {
        return onOpenQuestion(
                state,
                wanted.questionId(),
                by,
                Setup::isInterviewer,
                (live, posed) -> posed.probe(wanted.rung()).isPresent()
                        ? already()
                        : happened(new InterviewEvent.ProbeAsked(wanted.questionId(), wanted.rung())));
    }

    /** Only whoever asked a probe judges it, so that a panel's judgements stay apart. */
    static Decision judgeProbe(Known state, Command.JudgeProbe wanted, By by) {
        return whileLive(
                state,
                by,
                Setup::isInterviewer,
                live -> live.course()
                        .posed(wanted.questionId())
                        .flatMap(posed -> posed.probe(wanted.rung()))
                        .map(probe -> judge(probe, wanted, by))
                        .orElseGet(() -> refused(Code.PROBE_NOT_ASKED)));
    }

    private static Decision judge(Course.Probe probe, Command.JudgeProbe wanted, By by) {
        if (!probe.by().equals(by.actor())) {
            return refused(Code.PROBE_NOT_YOURS);
        }
        return probe.held().filter(held -> held == wanted.held()).isPresent()
                ? already()
                : happened(new InterviewEvent.ProbeJudged(wanted.questionId(), wanted.rung(), wanted.held()));
    }

    static Decision markHeight(Known state, Command.MarkHeight wanted, By by) {
        return onOpenQuestion(state, wanted.questionId(), by, Setup::hasSheet, (live, posed) -> {
            AgendaItem item = live.setup().agenda().item(wanted.questionId()).orElseThrow();
            if (!item.probes(wanted.shift())) {
                return refused(Code.SHIFT_NOT_PROBED, item.title());
            }
            boolean marked = posed.heights().stream()
                    .anyMatch(height ->
                            height.shift() == wanted.shift() && height.by().equals(by.actor()));
            return marked ? already() : happened(new InterviewEvent.HeightReached(wanted.questionId(), wanted.shift()));
        });
    }

    static Decision close(Known state, Command.CloseQuestion wanted, By by) {
        return Steering.byLead(
                state,
                by,
                live -> isOpen(live, wanted.questionId())
                        ? happened(new InterviewEvent.QuestionClosed(wanted.questionId()))
                        : already());
    }

    static Decision finish(Known state, By by) {
        return Steering.byLead(
                state,
                by,
                live -> live.course().posed().isEmpty()
                        ? refused(Code.NOTHING_POSED)
                        : happened(new InterviewEvent.Finished()));
    }

    private static Decision onOpenQuestion(
            Known state,
            String questionId,
            By by,
            BiPredicate<Setup, PersonId> may,
            BiFunction<Live, Posed, Decision> decide) {
        return whileLive(
                state,
                by,
                may,
                live -> live.setup()
                        .agenda()
                        .item(questionId)
                        .map(item -> live.course()
                                .posed(questionId)
                                .map(posed -> isOpen(live, questionId)
                                        ? decide.apply(live, posed)
                                        : refused(Code.NOT_OPEN, item.title()))
                                .orElseGet(() -> refused(Code.NOT_POSED, item.title())))
                        .orElseGet(() -> refused(Code.UNKNOWN_QUESTION)));
    }

    private static boolean isOpen(Live live, String questionId) {
        return live.course().open().filter(questionId::equals).isPresent();
    }

    private static Decision whileLive(
            Known state, By by, BiPredicate<Setup, PersonId> may, Function<Live, Decision> decide) {
        if (!may.test(state.setup(), by.actor())) {
            return refused(Code.ONLY_INTERVIEWER);
        }
        return switch (state) {
            case Interview.Scheduled _ -> refused(Code.NOT_STARTED);
            case Live live -> decide.apply(live);
            case Debriefing _ -> refused(Code.OVER);
            case Interview.Published _ -> refused(Code.PUBLISHED);
            case Interview.Cancelled _ -> refused(Code.CANCELLED);
        };
    }
}
