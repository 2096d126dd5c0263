package org.threeshift.web.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.scorecard.Band;
import org.threeshift.core.scorecard.QuestionCard;
import org.threeshift.core.scorecard.Score;
import org.threeshift.core.scorecard.Scorecard.SkillCard;
import org.threeshift.core.scorecard.Scorecard.VerdictCount;
import org.threeshift.core.scorecard.SelfView;
import org.threeshift.core.scorecard.ShiftCard;
import org.threeshift.core.scorecard.Working;
import org.threeshift.web.page.Moments;
import org.threeshift.web.page.Texts;

/** Says of every number on a scorecard what it is made of. */
public record Figuring(ScorecardSheet sheet, Texts texts) {
    /** From as many interviewers and questions on, both are taken as samples. */
    private static final int LEAST = 3;

    /** As in "Mean of 9 levels by 3 interviewers; see them". */
    public String score(Score score) {
        Score.Basis on = score.basis();
        return score.value().isPresent()
                ? texts.text("scorecard.why.score", on.levels(), on.interviewers())
                : texts.text("scorecard.why.nothing", on.levels(), Score.LEAST_LEVELS);
    }

    /** As in "2.1 to 4.3"; empty when there is no number. */
    public String band(Score score) {
        return score instanceof Score.Scored(var _, var band, var _)
                ? texts.text("scorecard.why.band", one(band.low()), one(band.high()))
                : "";
    }

    /** What one interviewer alone would have said. */
    public String rater(ShiftCard card, PersonId interviewer) {
        int levels = card.raters().stream()
                .filter(rater -> rater.interviewer().equals(interviewer))
                .mapToInt(ShiftCard.Rater::levels)
                .sum();
        return texts.text("scorecard.why.rater", levels, sheet.name(interviewer));
    }

    /** From whom to whom. */
    public String spread(ShiftCard card) {
        List<ShiftCard.Rater> observed = card.raters().stream()
                .filter(rater -> rater.mean().isPresent())
                .sorted(Comparator.comparingDouble(rater -> rater.mean().orElseThrow()))
                .toList();
        return observed.size() < 2
                ? texts.text("scorecard.why.spread.none")
                : texts.text(
                        "scorecard.why.spread",
                        sheet.two(observed.getFirst().mean()),
                        sheet.name(observed.getFirst().interviewer()),
                        sheet.two(observed.getLast().mean()),
                        sheet.name(observed.getLast().interviewer()));
    }

    public String self(ShiftCard card) {
        long levels = sheet.card().questions().stream()
                .flatMap(question -> question.on(card.shift()).stream())
                .flatMap(level -> level.self().stream())
                .filter(level -> level.value().isPresent())
                .count();
        return texts.text("scorecard.why.self", levels);
    }

    /** As in "3.50 less 2.67 is +0.83". */
    public String gap(ShiftCard card) {
        return card.selfGap().isPresent()
                ? texts.text(
                        "scorecard.why.gap",
                        sheet.two(card.self()),
                        sheet.two(card.score().value()),
                        Noise.signedExactly(card.selfGap().getAsDouble()))
                : texts.text("scorecard.why.gap.none");
    }

    /** Which questions a skill stands on, with the mean of each. */
    public String skill(SkillCard skill) {
        return texts.text(
                "scorecard.why.skill",
                sheet.card().questions().stream()
                        .filter(question -> question.question().skill() == skill.skill())
                        .flatMap(question -> over(question).stream().mapToObj(mean -> item(question, two(mean))))
                        .collect(Collectors.joining(", ")));
    }

    private static OptionalDouble over(QuestionCard question) {
        return question.shifts().stream()
                .flatMapToDouble(levels -> levels.mean().stream())
                .average();
    }

    /** Which traps a count of the tally is made of. */
    public String traps(TrapJudgement judgement) {
        String which = sheet.card().questions().stream()
                .flatMap(question -> question.traps().stream()
                        .filter(trap -> trap.overall().filter(judgement::equals).isPresent())
                        .map(trap -> item(question, trap.trap().name())))
                .collect(Collectors.joining(", "));
        return which.isEmpty() ? texts.text("scorecard.why.traps.none") : which;
    }

    /** Which questions a time to altitude is the median of. */
    public String altitude(ShiftCard card) {
        return texts.text(
                "scorecard.why.altitude",
                sheet.card().questions().stream()
                        .flatMap(question -> question.on(card.shift()).stream()
                                .flatMap(levels -> levels.timeToAltitude().stream())
                                .map(time -> item(question, Moments.clock(time))))
                        .collect(Collectors.joining(", ")));
    }

    /** Who gave a verdict. */
    public String verdict(VerdictCount count) {
        return sheet.card().signed().stream()
                .filter(signed -> signed.verdict() == count.verdict())
                .map(signed -> sheet.name(signed.interviewer()))
                .collect(Collectors.joining(", "));
    }

    /** On which questions the highest rung was held. */
    public String rung() {
        return sheet.card()
                .held()
                .map(highest -> texts.text(
                        "scorecard.why.rung",
                        sheet.card().questions().stream()
                                .filter(question ->
                                        question.held().filter(highest::equals).isPresent())
                                .map(question -> question.question().title())
                                .collect(Collectors.joining(", "))))
                .orElseGet(() -> texts.text("scorecard.why.rung.none"));
    }

    private String item(QuestionCard question, String what) {
        return texts.text("scorecard.why.item", what, question.number());
    }

    /** As in "(3.5 + 2.0) ÷ 2 = 2.8"; empty when there is no number. */
    public String sum(Working working) {
        return working.score().value().isPresent()
                ? texts.text(
                        "scorecard.working.sum",
                        working.means().stream().map(Figuring::two).collect(Collectors.joining(" + ")),
                        working.means().size(),
                        two(working.score().value().getAsDouble()))
                : sheet.score(working.score());
    }

    /** How the band came about; empty when there is none. */
    public String method(Working working) {
        return working.score() instanceof Score.Scored(var _, var band, var basis) ? method(band, basis) : "";
    }

    private String method(Band band, Score.Basis basis) {
        return switch (band.method()) {
            case WHOLE_SCALE -> texts.text("scorecard.working.whole-scale");
            case QUESTIONS ->
                texts.text(
                        "scorecard.working.questions." + others(basis),
                        two(band.reach()),
                        basis.questions(),
                        basis.interviewers());
            case PANEL ->
                texts.text("scorecard.working.panel", two(band.reach()), basis.questions(), basis.interviewers());
        };
    }

    /** What such a band knows of other interviewers. */
    private static String others(Score.Basis basis) {
        if (basis.interviewers() == 1) {
            return "one";
        }
        return basis.interviewers() < LEAST || basis.questions() < LEAST ? "few" : "agreed";
    }

    /** Where the candidate over- or underrates themselves, in a sentence. */
    public String leaning(SelfView view) {
        String whose = sheet.own() ? ".own" : ".other";
        String shift = texts.name(view.shift());
        String size = view.gap().isPresent() ? one(Math.abs(view.gap().getAsDouble())) : "";
        return switch (view.leaning()) {
            case HIGHER, LOWER, EVEN ->
                texts.text("scorecard.leaning." + sheet.key(view.leaning()) + whose, shift, size, view.pairs());
            case TOO_LITTLE -> texts.text("scorecard.leaning.too-little", shift, view.pairs());
        };
    }

    /** Where the two lie farthest apart, if they lie apart at all. */
    public Optional<String> widest(SelfView view) {
        return view.widest()
                .map(pair -> texts.text("scorecard.leaning.widest", pair.title(), pair.own(), one(pair.others())));
    }

    private static String one(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String two(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
