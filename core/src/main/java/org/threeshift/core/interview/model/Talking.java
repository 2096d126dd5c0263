package org.threeshift.core.interview.model;

import static org.threeshift.core.interview.model.Decision.already;
import static org.threeshift.core.interview.model.Decision.happened;
import static org.threeshift.core.interview.model.Decision.refused;

import java.util.List;
import java.util.function.Function;
import org.threeshift.core.interview.model.Command.By;
import org.threeshift.core.interview.model.Debrief.Wording;
import org.threeshift.core.interview.model.Interview.Debriefing;
import org.threeshift.core.interview.model.Interview.Known;
import org.threeshift.core.interview.model.Interview.Live;
import org.threeshift.core.interview.model.Refusal.Code;

/** The debrief: opened by the host with the publication or after it, walked by an interviewer, worded by both sides. */
final class Talking {
    private Talking() {}

    /** What was scored lies open from here on, so opening the debrief publishes: docs/decisions/0006-debrief-publishes.md. */
    static Decision open(Known state, Command.OpenDebrief wanted, By by) {
        if (state instanceof Interview.Published now && now.setup().host().equals(by.actor())) {
            return now.debrief().isPresent() ? already() : happened(new InterviewEvent.DebriefOpened(gaps(now)));
        }
        Decision published = Revealing.publish(state, new Command.Publish(wanted.withoutSelfScore()), by);
        return published instanceof Decision.Accepted(var events)
                        && !events.isEmpty()
                        && state instanceof Debriefing now
                ? new Decision.Accepted(List.of(events.getFirst(), new InterviewEvent.DebriefOpened(gaps(now))))
                : published;
    }

    private static List<Gap> gaps(Interview.Held held) {
        return Gap.widest(held.counting(), held.selfScore(), held.setup().agenda(), held.course());
    }

    static Decision move(Known state, Command.MoveDebrief wanted, By by) {
        if (!state.setup().isInterviewer(by.actor())) {
            return refused(Code.ONLY_INTERVIEWER);
        }
        return whileOpen(state, talk -> {
            if (wanted.step() < 0 || wanted.step() > talk.gaps().size()) {
                return refused(Code.NO_SUCH_GAP);
            }
            return wanted.step() == talk.step() ? already() : happened(new InterviewEvent.DebriefMoved(wanted.step()));
        });
    }

    static Decision word(Known state, Command.WordSentence wanted, By by) {
        if (!takesPart(state, by)) {
            return refused(Code.ONLY_THE_TWO_SIDES);
        }
        return whileOpen(
                state,
                talk -> Texts.refusalOfSentence(wanted.sentence())
                        .<Decision>map(Decision.Refused::new)
                        .orElseGet(() -> talk.wording()
                                        .filter(now -> now.sentence().equals(Texts.kept(wanted.sentence())))
                                        .isPresent()
                                ? already()
                                : happened(new InterviewEvent.SentenceWorded(Texts.kept(wanted.sentence())))));
    }

    /** Once both sides have confirmed the same wording, the debrief is over. An absent candidate may confirm later. */
    static Decision confirm(Known state, Command.ConfirmSentence wanted, By by) {
        if (!takesPart(state, by)) {
            return refused(Code.ONLY_THE_TWO_SIDES);
        }
        if (state instanceof Interview.Published now
                && now.setup().isCandidate(by.actor())
                && now.debrief().filter(Debrief::candidateAbsent).isPresent()) {
            return confirm(state, now.debrief().get(), wanted, by);
        }
        return whileOpen(state, talk -> confirm(state, talk, wanted, by));
    }

    private static Decision confirm(Known state, Debrief talk, Command.ConfirmSentence wanted, By by) {
        if (talk.wording()
                .map(Wording::number)
                .filter(now -> now == wanted.wording())
                .isEmpty()) {
            return refused(talk.wording().isEmpty() ? Code.SENTENCE_MISSING : Code.WORDING_CHANGED);
        }
        if (talk.confirmed().contains(by.actor())) {
            return already();
        }
        var confirmed = new InterviewEvent.SentenceConfirmed(wanted.wording());
        return talk.open() && talk.confirmedBy(by.actor()).agreed(state.setup()).isPresent()
                ? new Decision.Accepted(List.of(confirmed, new InterviewEvent.DebriefEnded(false)))
                : happened(confirmed);
    }

    static Decision end(Known state, Command.EndDebrief wanted, By by) {
        if (!state.setup().isInterviewer(by.actor())) {
            return refused(Code.ONLY_INTERVIEWER);
        }
        return whileOpen(
                state,
                talk -> wanted.candidateAbsent() && tookPart(talk, state.setup())
                        ? refused(Code.CANDIDATE_TOOK_PART)
                        : happened(new InterviewEvent.DebriefEnded(wanted.candidateAbsent())));
    }

    /** Whoever worded or confirmed something is not absent, and no sentence stands in their name without them. */
    private static boolean tookPart(Debrief talk, Setup setup) {
        return talk.confirmed().stream().anyMatch(setup::isCandidate)
                || talk.wording().map(Wording::by).filter(setup::isCandidate).isPresent();
    }

    /** Shadows and observers listen. */
    private static boolean takesPart(Known state, By by) {
        return state.setup().isInterviewer(by.actor()) || state.setup().isCandidate(by.actor());
    }

    private static Decision whileOpen(Known state, Function<Debrief, Decision> decide) {
        return switch (state) {
            case Interview.Scheduled _ -> refused(Code.NOT_STARTED);
            case Live _ -> refused(Code.NOT_OVER);
            case Debriefing _ -> refused(Code.NO_DEBRIEF);
            case Interview.Published now ->
                now.debrief()
                        .map(talk -> talk.open() ? decide.apply(talk) : refused(Code.DEBRIEF_OVER))
                        .orElseGet(() -> refused(Code.NO_DEBRIEF));
            case Interview.Cancelled _ -> refused(Code.CANCELLED);
        };
    }
}
