package org.threeshift.web.api;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.threeshift.core.interview.model.Amendment;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.scorecard.Insight;
import org.threeshift.core.scorecard.QuestionCard;
import org.threeshift.core.scorecard.QuestionCard.Anchor;
import org.threeshift.core.scorecard.QuestionCard.ShiftLevels;
import org.threeshift.core.scorecard.Score;
import org.threeshift.core.scorecard.Scorecard;
import org.threeshift.core.scorecard.SelfView;
import org.threeshift.core.scorecard.ShiftCard;

/**
 * A scorecard as JSON. Numbers are not rounded, instants are ISO 8601 in UTC, durations are seconds. A number that is not
 * there is a null with a reason beside it.
 */
record ScorecardJson(
        String view,
        String interview,
        String kind,
        String round,
        int minutes,
        Who host,
        @Nullable Who candidate,
        String invitee,
        List<Who> interviewers,
        int interviewersSeated,
        Instant startedAt,
        Instant finishedAt,
        Instant publishedAt,
        String zone,
        String headline,
        boolean selfScoreWaived,
        String completeness,
        int questionsPlanned,
        List<String> questionsNotAsked,
        @Nullable String highestRungHeld,
        @Nullable String previousInterview,
        List<OfShift> shifts,
        List<Signed> verdicts,
        Traps traps,
        List<OfSkill> skills,
        List<Practice> practice,
        List<OfQuestion> questions,
        List<Amended> amendments,
        @Nullable Debrief debrief) {

    record Who(String id, @Nullable String name) {}

    /** @param reason why there is no value */
    record Measure(@Nullable Double value, @Nullable String reason) {
        static Measure of(OptionalDouble value, String reason) {
            return value.isPresent() ? new Measure(value.getAsDouble(), null) : new Measure(null, reason);
        }

        static Measure seconds(Optional<Duration> time, String reason) {
            return time.map(found -> new Measure(found.toMillis() / 1000.0, null))
                    .orElseGet(() -> new Measure(null, reason));
        }
    }

    record Scored(
            @Nullable Double score,
            @Nullable Double bandLow,
            @Nullable Double bandHigh,
            @Nullable String bandMethod,
            @Nullable Double standardError,
            @Nullable String reason,
            int questionsProbed,
            int questions,
            int levels,
            int notObserved,
            int interviewers) {
        static Scored of(Score score) {
            Score.Basis on = score.basis();
            return switch (score) {
                case Score.Scored(var mean, var band, var _) ->
                    new Scored(
                            mean,
                            band.low(),
                            band.high(),
                            band.method().name(),
                            Double.isFinite(band.standardError()) ? band.standardError() : null,
                            null,
                            on.probed(),
                            on.questions(),
                            on.levels(),
                            on.notObserved(),
                            on.interviewers());
                case Score.TooLittle nothing ->
                    new Scored(
                            null,
                            null,
                            null,
                            null,
                            null,
                            nothing.reason().name(),
                            on.probed(),
                            on.questions(),
                            on.levels(),
                            on.notObserved(),
                            on.interviewers());
            };
        }
    }

    record OfShift(
            String shift,
            Scored score,
            Measure self,
            Measure selfGap,
            OfSelf selfView,
            Measure previous,
            Measure spread,
            Measure timeToAltitudeSeconds,
            int heightsReached,
            Measure previousTimeToAltitudeSeconds,
            List<Rater> byInterviewer) {}

    /**
     * The candidate's view beside the interviewers', on the questions that both scored.
     *
     * @param leaning HIGHER, LOWER, EVEN or TOO_LITTLE
     */
    record OfSelf(int questions, Measure gap, String leaning) {
        static OfSelf of(SelfView view) {
            return new OfSelf(
                    view.pairs(),
                    Measure.of(view.gap(), "NO_QUESTION_SCORED_BY_BOTH"),
                    view.leaning().name());
        }
    }

    record Rater(String interviewer, Measure mean, int levels) {}

    record Signed(String interviewer, String verdict, String summary, Instant lockedAt) {}

    record Traps(int avoided, int recovered, int fell, Measure recoveryRate) {}

    record OfSkill(String skill, Scored score) {}

    record Practice(
            String rule,
            @Nullable String shift,
            String label,
            String title,
            String doing,
            @Nullable String question,
            LocalDate on,
            boolean tentative) {}

    record OfQuestion(
            int number,
            String id,
            String title,
            String prompt,
            String why,
            String skill,
            double posedAfterSeconds,
            double spentSeconds,
            List<Levels> shifts,
            List<Trap> traps,
            List<Note> evidence,
            List<String> rungsAsked,
            @Nullable String highestRungHeld,
            List<String> strategicAnswerHolds,
            String strategicAnswerExample) {}

    record Levels(
            String shift,
            Measure mean,
            List<Given> levels,
            @Nullable Integer self,
            @Nullable AnchorText met,
            @Nullable AnchorText next,
            Measure timeToAltitudeSeconds) {}

    /** @param level 1 to 5; null for not observed */
    record Given(String interviewer, @Nullable Integer level) {}

    record AnchorText(int level, String text) {
        static @Nullable AnchorText of(Optional<Anchor> anchor) {
            return anchor.map(some -> new AnchorText(some.level().key(), some.text()))
                    .orElse(null);
        }
    }

    record Trap(
            String id,
            String name,
            String summary,
            @Nullable String judgement,
            List<Judged> byInterviewer) {}

    record Judged(String interviewer, String judgement) {}

    record Note(String interviewer, double afterSeconds, String text, boolean revised) {}

    /** @param what LEVEL, TRAP, VERDICT or SUMMARY */
    record Amended(
            String interviewer,
            String what,
            @Nullable String question,
            @Nullable String to,
            String reason,
            Instant at,
            boolean afterPublication) {}

    /**
     * @param open             whether it goes on
     * @param withoutCandidate held among the interviewers alone
     */
    record Debrief(
            boolean open,
            boolean withoutCandidate,
            @Nullable Sentence sentence) {}

    /** @param awaitsCandidate worded in the candidate's absence, and not confirmed by them yet */
    record Sentence(String text, String wordedBy, List<String> confirmedBy, boolean awaitsCandidate) {}

    static ScorecardJson of(Scorecard card, Map<PersonId, String> names, Insight insight) {
        return new ScorecardJson(
                insight.name(),
                card.interview().toString(),
                card.kind().name(),
                card.roundTitle(),
                card.minutes(),
                who(card.host(), names),
                card.candidate().map(candidate -> who(candidate, names)).orElse(null),
                card.invitee(),
                card.interviewers().stream().map(person -> who(person, names)).toList(),
                card.seated(),
                card.startedAt(),
                card.finishedAt(),
                card.publishedAt(),
                card.zone().getId(),
                card.headline(),
                card.selfScoreWaived(),
                card.completeness().name(),
                card.extent().planned(),
                card.extent().notAsked(),
                card.held().map(Enum::name).orElse(null),
                card.previous().map(before -> before.interview().toString()).orElse(null),
                card.shifts().stream()
                        .map(shift -> shift(shift, card.selfViews()))
                        .toList(),
                card.signed().stream()
                        .map(one -> new Signed(
                                one.interviewer().toString(), one.verdict().name(), one.summary(), one.at()))
                        .toList(),
                new Traps(
                        card.traps().avoided(),
                        card.traps().recovered(),
                        card.traps().fell(),
                        Measure.of(card.traps().recoveryRate(), "IN_NO_TRAP")),
                card.skills().stream()
                        .map(skill -> new OfSkill(skill.skill().name(), Scored.of(skill.score())))
                        .toList(),
                card.practice().stream().map(ScorecardJson::practice).toList(),
                card.questions().stream().map(ScorecardJson::question).toList(),
                card.amendments().stream().map(ScorecardJson::amended).toList(),
                card.debrief().map(ScorecardJson::debrief).orElse(null));
    }

    private static Debrief debrief(Scorecard.Talk talk) {
        return new Debrief(
                talk.open(),
                talk.withoutCandidate(),
                talk.sentence()
                        .map(agreed -> new Sentence(
                                agreed.sentence(),
                                agreed.wordedBy().toString(),
                                agreed.confirmedBy().stream()
                                        .map(PersonId::toString)
                                        .toList(),
                                agreed.awaitsCandidate()))
                        .orElse(null));
    }

    private static Who who(PersonId person, Map<PersonId, String> names) {
        return new Who(person.toString(), names.get(person));
    }

    private static OfShift shift(ShiftCard card, List<SelfView> views) {
        return new OfShift(
                card.shift().name(),
                Scored.of(card.score()),
                Measure.of(card.self(), "NOT_GIVEN"),
                Measure.of(card.selfGap(), "ONE_SIDE_GAVE_NO_SCORE"),
                views.stream()
                        .filter(view -> view.shift() == card.shift())
                        .map(OfSelf::of)
                        .findFirst()
                        .orElseThrow(),
                Measure.of(card.previous(), "NO_PREVIOUS_SCORE"),
                Measure.of(card.spread(), "FEWER_THAN_TWO_INTERVIEWERS"),
                Measure.seconds(card.timeToAltitude(), "NOT_MARKED"),
                card.reached(),
                Measure.seconds(card.previousTimeToAltitude(), "NO_PREVIOUS_TIME"),
                card.raters().stream()
                        .map(rater -> new Rater(
                                rater.interviewer().toString(),
                                Measure.of(rater.mean(), "NOT_OBSERVED"),
                                rater.levels()))
                        .toList());
    }

    private static Practice practice(org.threeshift.core.scorecard.Practice item) {
        return new Practice(
                item.rule().name(),
                item.shift().map(Enum::name).orElse(null),
                item.label(),
                item.title(),
                item.doing(),
                item.question()
                        .map(org.threeshift.core.scorecard.Practice.Repeat::questionId)
                        .orElse(null),
                item.on(),
                item.tentative());
    }

    private static OfQuestion question(QuestionCard card) {
        var question = card.question();
        return new OfQuestion(
                card.number(),
                question.id(),
                question.title(),
                question.prompt(),
                question.why(),
                question.skill().name(),
                card.after().toMillis() / 1000.0,
                card.spent().toMillis() / 1000.0,
                card.shifts().stream().map(ScorecardJson::levels).toList(),
                card.traps().stream().map(ScorecardJson::trap).toList(),
                card.evidence().stream()
                        .map(note -> new Note(
                                note.interviewer().toString(),
                                note.after().toMillis() / 1000.0,
                                note.text(),
                                note.revised()))
                        .toList(),
                card.asked().stream().map(Enum::name).toList(),
                card.held().map(Enum::name).orElse(null),
                question.strategicAnswer().holds(),
                question.strategicAnswer().example());
    }

    private static Levels levels(ShiftLevels levels) {
        return new Levels(
                levels.shift().name(),
                Measure.of(levels.mean(), "NOT_OBSERVED"),
                levels.given().stream()
                        .map(one -> new Given(
                                one.interviewer().toString(), number(one.level().value())))
                        .toList(),
                levels.self().map(level -> number(level.value())).orElse(null),
                AnchorText.of(levels.met()),
                AnchorText.of(levels.next()),
                Measure.seconds(levels.timeToAltitude(), "NOT_MARKED"));
    }

    private static @Nullable Integer number(OptionalInt level) {
        return level.isPresent() ? level.getAsInt() : null;
    }

    private static Trap trap(QuestionCard.TrapCard card) {
        return new Trap(
                card.trap().id(),
                card.trap().name(),
                card.trap().summary(),
                card.overall().map(Enum::name).orElse(null),
                card.judged().stream()
                        .map(one -> new Judged(
                                one.interviewer().toString(), one.judgement().name()))
                        .toList());
    }

    private static Amended amended(Scorecard.Amended entry) {
        return switch (entry.amendment()) {
            case Amendment.OfLevel(var question, var shift, var level) ->
                amended(entry, "LEVEL", question, shift.name() + " " + level.name());
            case Amendment.OfTrap(var question, var trap, var judgement) ->
                amended(entry, "TRAP", question, trap + " " + judgement.name());
            case Amendment.OfVerdict(var verdict) -> amended(entry, "VERDICT", null, verdict.name());
            case Amendment.OfSummary _ -> amended(entry, "SUMMARY", null, null);
        };
    }

    private static Amended amended(
            Scorecard.Amended entry, String what, @Nullable String question, @Nullable String to) {
        return new Amended(
                entry.interviewer().toString(),
                what,
                question,
                to,
                entry.reason(),
                entry.at(),
                entry.afterPublication());
    }
}
