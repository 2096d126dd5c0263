package org.threeshift.web.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.threeshift.core.interview.model.Amendment;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.scorecard.Extent;
import org.threeshift.core.scorecard.GapChart;
import org.threeshift.core.scorecard.Insight;
import org.threeshift.core.scorecard.Practice;
import org.threeshift.core.scorecard.QuestionCard;
import org.threeshift.core.scorecard.QuestionCard.ShiftLevels;
import org.threeshift.core.scorecard.QuestionCard.TrapCard;
import org.threeshift.core.scorecard.Score;
import org.threeshift.core.scorecard.Scorecard;
import org.threeshift.core.scorecard.Scorecard.JointSentence;
import org.threeshift.core.scorecard.ShiftCard;
import org.threeshift.core.scorecard.Working;
import org.threeshift.web.page.Moments;
import org.threeshift.web.page.Page;
import org.threeshift.web.page.Texts;

/**
 * A scorecard with the names and words that its page needs.
 *
 * @param insight why the reader sees it
 * @param acts  whether the reader can do something with it: not so on a shared link or in a file
 * @param guest whether the reader has no account that would keep it
 */
public record ScorecardSheet(
        Scorecard card, Insight insight, boolean acts, boolean guest, Map<PersonId, String> names, Texts texts) {
    /** What stands for no number. */
    private static final String NONE = "–";

    public ScorecardSheet {
        names = Map.copyOf(names);
    }

    /** Whether the reader is the candidate. */
    public boolean own() {
        return insight == Insight.OWN;
    }

    /** Whether it stands on everybody's sheet that counts. */
    public boolean whole() {
        return insight != Insight.OWN_SHEET;
    }

    /** To the candidate, or of them to anybody else. */
    public String headline() {
        return own() ? card.headline() : card.headlineAbout(candidate());
    }

    public GapChart chart() {
        return GapChart.of("gap", own(), card);
    }

    /** Says of every number what it is made of. */
    public Figuring figuring() {
        return new Figuring(this, texts);
    }

    public List<Working> workings() {
        return Working.of(card).stream()
                .filter(working -> !working.lines().isEmpty())
                .toList();
    }

    /** What is missing, in a sentence; empty when nothing is. */
    public String missing() {
        Extent extent = card.extent();
        return switch (card.completeness()) {
            case EMPTY -> texts.text("scorecard.empty." + (own() ? "own" : "other"), extent.asked(), extent.planned());
            case PARTIAL ->
                extent.notAsked().isEmpty()
                        ? texts.text("scorecard.left-out", card.interviewers().size(), card.seated())
                        : texts.text(
                                "scorecard.partial",
                                extent.asked(),
                                extent.planned(),
                                String.join("”, “", extent.notAsked()));
            case WHOLE -> "";
        };
    }

    public String name(PersonId person) {
        return names.getOrDefault(person, texts.text("scorecard.somebody"));
    }

    /** Whether the reader is one of the interviewers. */
    public boolean interviews(Page page) {
        return page.person()
                .map(Person::id)
                .filter(card.interviewers()::contains)
                .isPresent();
    }

    public String candidate() {
        return card.candidate().map(this::name).orElse(card.invitee());
    }

    /** As in "Dana Okafor and Luis Ferreira". */
    public String interviewers() {
        List<String> all = card.interviewers().stream().map(this::name).sorted().toList();
        return all.size() < 2
                ? String.join("", all)
                : texts.text("scorecard.and", String.join(", ", all.subList(0, all.size() - 1)), all.getLast());
    }

    /** As in "Confirmed by you and Dana Okafor." */
    public String confirmed(JointSentence agreed) {
        String together = agreed.confirmedBy().stream()
                .map(person -> own() && card.candidate().filter(person::equals).isPresent()
                        ? texts.text("scorecard.sentence.you")
                        : name(person))
                .sorted()
                .reduce((before, last) -> texts.text("scorecard.and", before, last))
                .orElse("");
        return texts.text("scorecard.sentence.confirmed", together);
    }

    public String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** With one digit after the point, which is left out when it is 0. */
    public String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    public String number(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : NONE;
    }

    /** A mean or a difference of means: always with one digit after the point, so that they stand below each other. */
    public String mean(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.1f", value.getAsDouble()) : NONE;
    }

    /** A mean as sums are done with it: with two digits after the point. */
    public String two(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.2f", value.getAsDouble()) : NONE;
    }

    /** With its sign, for a difference. */
    public String signed(OptionalDouble value) {
        if (value.isEmpty()) {
            return NONE;
        }
        double difference = value.getAsDouble();
        String size = mean(OptionalDouble.of(Math.abs(difference)));
        if (size.equals("0.0")) {
            return size;
        }
        return (difference < 0 ? "−" : "+") + size;
    }

    public String score(Score score) {
        return switch (score) {
            case Score.Scored(var mean, var _, var _) -> mean(OptionalDouble.of(mean));
            case Score.TooLittle nothing -> texts.text("scorecard.nothing." + key(nothing.reason()));
        };
    }

    public boolean scored(Score score) {
        return score.value().isPresent();
    }

    /** The class of one of five bars: filled, half filled or empty. */
    public String bar(double mean, int level) {
        if (mean >= level) {
            return "on";
        }
        return mean >= level - 0.5 ? "half" : "off";
    }

    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMM uuuu", texts.locale()).format(day);
    }

    /** What a ticked item says: a trap is asked again later, so before that day it can only be prepared. */
    public String ticked(Practice item, Instant at, Moments moments) {
        boolean early = item.rule() == Practice.Rule.TRAP
                && at.atZone(moments.zone()).toLocalDate().isBefore(item.on());
        return texts.text(early ? "scorecard.plan.prepared" : "scorecard.plan.done", moments.date(at));
    }

    /** As in "Dana Okafor 4, Luis Ferreira not observed". */
    public String given(ShiftLevels levels) {
        return given(levels.given());
    }

    public String given(List<QuestionCard.Given> given) {
        return given.stream()
                .map(one -> name(one.interviewer()) + " " + level(one.level()))
                .collect(Collectors.joining(", "));
    }

    public String level(Level level) {
        return texts.name(level).toLowerCase(texts.locale());
    }

    /** The tone of a trap's pill. */
    public String tone(TrapJudgement judgement) {
        return switch (judgement) {
            case AVOIDED -> "good";
            case RECOVERED -> "warn";
            case FELL -> "bad";
        };
    }

    /** As in "Dana Okafor: fell, Luis Ferreira: recovered". */
    public String judged(TrapCard trap) {
        return trap.judged().stream()
                .map(one -> texts.text(
                        "scorecard.trap.by",
                        name(one.interviewer()),
                        texts.name(one.judgement()).toLowerCase(texts.locale())))
                .collect(Collectors.joining(", "));
    }

    /** What the traps as a whole say. */
    public String trapSentence() {
        OptionalDouble rate = card.traps().recoveryRate();
        String whose = own() ? "own." : "other.";
        if (card.traps().total() == 0) {
            return texts.text("scorecard.traps.none");
        }
        if (rate.isEmpty()) {
            return texts.text("scorecard.traps." + whose + "clear");
        }
        int in = card.traps().in();
        return in == 1
                ? texts.text(
                        "scorecard.traps." + whose + (card.traps().fell() == 1 ? "in" : "out"),
                        card.traps().total())
                : texts.text(
                        "scorecard.traps." + whose + "rate",
                        in,
                        card.traps().total(),
                        card.traps().recovered());
    }

    /** A question's shifts in the order of every other list on the page, whichever the question is mainly about. */
    public List<ShiftLevels> inOrder(QuestionCard question) {
        return question.shifts().stream()
                .sorted(Comparator.comparing(ShiftLevels::shift))
                .toList();
    }

    /** On which shifts of the question somebody marked the leader's height. */
    public List<ShiftLevels> heights(QuestionCard question) {
        return inOrder(question).stream()
                .filter(levels -> levels.timeToAltitude().isPresent())
                .toList();
    }

    /** Shifts with a time to altitude. */
    public List<ShiftCard> altitudes() {
        return card.shifts().stream()
                .filter(shift -> shift.timeToAltitude().isPresent())
                .toList();
    }

    /** What an amendment changed, in a sentence. */
    public String amended(Amendment amendment) {
        return switch (amendment) {
            case Amendment.OfLevel(var question, var shift, var level) ->
                texts.text("scorecard.amended.level", texts.name(shift), title(question), level(level));
            case Amendment.OfTrap(var question, var trap, var judgement) ->
                texts.text(
                        "scorecard.amended.trap",
                        trapName(question, trap),
                        title(question),
                        texts.name(judgement).toLowerCase(texts.locale()));
            case Amendment.OfVerdict(var verdict) ->
                texts.text("scorecard.amended.verdict", texts.name(verdict).toLowerCase(texts.locale()));
            case Amendment.OfSummary _ -> texts.text("scorecard.amended.summary");
        };
    }

    /** The mean of one interviewer on one shift. */
    public String rater(PersonId interviewer, Shift shift) {
        return mean(card.on(shift).raters().stream()
                .filter(rater -> rater.interviewer().equals(interviewer))
                .map(ShiftCard.Rater::mean)
                .findFirst()
                .orElse(OptionalDouble.empty()));
    }

    private String title(String questionId) {
        return card.questions().stream()
                .filter(question -> question.question().id().equals(questionId))
                .map(question -> question.question().title())
                .findFirst()
                .orElse(questionId);
    }

    private String trapName(String questionId, String trapId) {
        return card.questions().stream()
                .filter(question -> question.question().id().equals(questionId))
                .flatMap(question -> question.traps().stream())
                .filter(trap -> trap.trap().id().equals(trapId))
                .map(trap -> trap.trap().name())
                .findFirst()
                .orElse(trapId);
    }
}
