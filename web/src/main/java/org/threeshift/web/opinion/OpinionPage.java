package org.threeshift.web.opinion;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.threeshift.core.opinion.Compared;
import org.threeshift.core.opinion.Compared.Line;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.scorecard.QuestionCard;
import org.threeshift.core.scorecard.QuestionCard.Given;
import org.threeshift.web.page.Texts;

/** Both opinions with the names and words that their page needs. */
public record OpinionPage(Compared compared, Map<PersonId, String> names, Texts texts) {
    private static final String NONE = "–";

    static OpinionPage of(Compared compared, People people, Texts texts) {
        var scorecard = compared.scorecard();
        List<PersonId> wanted = Stream.concat(scorecard.interviewers().stream(), scorecard.candidate().stream())
                .toList();
        return new OpinionPage(
                compared,
                people.namesOf(wanted).stream().collect(Collectors.toUnmodifiableMap(Person::id, Person::name)),
                texts);
    }

    public String candidate() {
        return compared.scorecard()
                .candidate()
                .map(this::name)
                .orElse(compared.scorecard().invitee());
    }

    public String name(PersonId person) {
        return names.getOrDefault(person, texts.text("scorecard.somebody"));
    }

    /** The lines of a question, in the order of its shifts. */
    public List<Line> lines(QuestionCard question) {
        return compared.lines().stream()
                .filter(line -> line.question().equals(question))
                .toList();
    }

    /** As in "Dana Okafor 4, Luis Ferreira not observed". */
    public String given(Line line) {
        return line.question().on(line.shift()).stream()
                .flatMap(levels -> levels.given().stream())
                .map((Given one) -> name(one.interviewer()) + " " + level(one.level()))
                .collect(Collectors.joining(", "));
    }

    /** As in "Dana Okafor fell, Luis Ferreira recovered". */
    public String judged(Compared.OnTrap on) {
        return on.trap().judged().stream()
                .map(one -> name(one.interviewer()) + " " + word(one.judgement()))
                .collect(Collectors.joining(", "));
    }

    public String judged(Optional<TrapJudgement> judgement) {
        return judgement.map(this::word).orElse(NONE);
    }

    private String word(TrapJudgement judgement) {
        return texts.name(judgement).toLowerCase(texts.locale());
    }

    public String level(Level level) {
        return texts.name(level).toLowerCase(texts.locale());
    }

    public String mean(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.2f", value.getAsDouble()) : NONE;
    }

    /** With its sign. */
    public String gap(OptionalDouble gap) {
        if (gap.isEmpty()) {
            return NONE;
        }
        String size = mean(OptionalDouble.of(Math.abs(gap.getAsDouble())));
        return size.equals("0.00") ? size : (gap.getAsDouble() < 0 ? "−" : "+") + size;
    }

    /** What both say together, in a sentence. */
    public String sentence() {
        OptionalDouble apart = compared.apart();
        if (apart.isEmpty()) {
            return texts.text("opinion.both.nothing");
        }
        double severity = compared.severity().orElse(0);
        String tendency = Math.abs(severity) < 0.25 ? "even" : severity < 0 ? "lower" : "higher";
        return texts.text("opinion.both." + tendency, mean(apart), mean(OptionalDouble.of(Math.abs(severity))));
    }
}
