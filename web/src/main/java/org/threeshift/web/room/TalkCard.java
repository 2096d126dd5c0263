package org.threeshift.web.room;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.threeshift.core.interview.DebriefView;
import org.threeshift.core.interview.DebriefView.Topic;
import org.threeshift.core.interview.model.Debrief.Wording;
import org.threeshift.core.interview.model.Gap.Between;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.scorecard.GapTrack;
import org.threeshift.web.page.Moments;
import org.threeshift.web.page.Texts;

/**
 * The debrief as the candidate's room shows it.
 *
 * @param names   of the interviewers
 * @param typed   a wording that was sent and refused; empty when none was
 * @param problem why; empty when nothing is wrong
 */
public record TalkCard(
        DebriefView debrief,
        PersonId candidate,
        Map<PersonId, String> names,
        Instant now,
        Texts texts,
        String typed,
        String problem) {
    public TalkCard {
        names = Map.copyOf(names);
    }

    TalkCard with(String words, String sentence) {
        return new TalkCard(debrief, candidate, names, now, texts, words, sentence);
    }

    /** What stands in the field: what was refused, else the sentence as it stands. */
    public String field() {
        return problem.isEmpty() ? wording() : typed;
    }

    /** The sentence as it stands; empty while nobody has worded it. */
    public String wording() {
        return debrief.wording().map(Wording::sentence).orElse("");
    }

    public String name(PersonId person) {
        return person.equals(candidate) ? texts.text("debrief.you") : names.getOrDefault(person, "");
    }

    /** Of this step, in milliseconds; negative in overtime. */
    public long left() {
        return debrief.left(now).toMillis();
    }

    /** The same in words, for a page without scripts. */
    public String leftInWords() {
        Duration left = debrief.left(now);
        return texts.text(left.isNegative() ? "debrief.overtime" : "debrief.left", Moments.clock(left.abs()));
    }

    /** Markup of our own making, safe to show as it is. */
    public String drawing(Topic topic) {
        return GapTrack.of(topic).draw();
    }

    public List<Integer> levels() {
        return List.of(1, 2, 3, 4, 5);
    }

    /** Which interviewers gave a level, by name; empty when none did. */
    public String givers(Topic topic, int level) {
        return list(topic.given().stream()
                .filter(one -> one.level().value().equals(OptionalInt.of(level)))
                .map(one -> name(one.person()))
                .sorted()
                .toList());
    }

    /** The same by first names, where those tell the interviewers apart: there is little room at a marker. */
    public String giversBriefly(Topic topic, int level) {
        boolean telling =
                names.values().stream().map(TalkCard::first).distinct().count() == names.size();
        return list(topic.given().stream()
                .filter(one -> one.level().value().equals(OptionalInt.of(level)))
                .map(one -> telling ? first(name(one.person())) : name(one.person()))
                .sorted()
                .toList());
    }

    private static String first(String name) {
        return name.strip().split("\\s+")[0];
    }

    /** What a level means; absent when nobody gave it. */
    public Optional<String> anchor(Topic topic, int level) {
        return Stream.concat(topic.given().stream(), topic.self().stream())
                .filter(one -> one.level().key() == level)
                .findFirst()
                .map(one -> one.anchor().orElse(""));
    }

    public boolean isOwn(Topic topic, int level) {
        return topic.self().filter(own -> own.level().key() == level).isPresent();
    }

    /** Which interviewers observed nothing; empty when all did. */
    public String blind(Topic topic) {
        return list(topic.given().stream()
                .filter(one -> one.level() == Level.NOT_OBSERVED)
                .map(one -> name(one.person()))
                .sorted()
                .toList());
    }

    /** Between whom the gap lies. */
    public String between(Topic topic) {
        var levels = topic.given().stream()
                .flatMapToInt(one -> one.level().value().stream())
                .summaryStatistics();
        if (levels.getCount() == 0) {
            return texts.text("debrief.you");
        }
        if (topic.between() == Between.INTERVIEWERS) {
            return texts.text("debrief.between", givers(topic, levels.getMin()), givers(topic, levels.getMax()));
        }
        return levels.getCount() == 1
                ? texts.text("debrief.between", texts.text("debrief.you"), givers(topic, levels.getMax()))
                : texts.text("debrief.between-mean", levels.getAverage());
    }

    /** Who of the interviewers has confirmed the sentence; empty when nobody has. */
    public String interviewersWhoConfirmed() {
        return list(debrief.confirmed().stream()
                .filter(names::containsKey)
                .map(this::name)
                .sorted()
                .toList());
    }

    public boolean confirmed() {
        return debrief.confirmedBy(candidate);
    }

    public Optional<Topic> topic() {
        return debrief.topic();
    }

    private String list(List<String> all) {
        return all.size() < 2
                ? String.join("", all)
                : texts.text("debrief.and", String.join(", ", all.subList(0, all.size() - 1)), all.getLast());
    }
}
