package org.threeshift.interviewer.debrief;

import static org.threeshift.interviewer.shell.Texts.text;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.threeshift.core.interview.DebriefView;
import org.threeshift.core.interview.DebriefView.Given;
import org.threeshift.core.interview.DebriefView.Topic;
import org.threeshift.core.interview.model.Gap.Between;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;
import org.threeshift.interviewer.shell.Texts;

/**
 * One look at a debrief.
 *
 * @param takesPart whether the viewer moves it on and words the sentence; others listen
 * @param candidate how the candidate is called
 * @param names     of the interviewers
 * @param said      why the last thing that was done was refused
 */
public record DebriefScreen(
        InterviewId interview,
        DebriefView debrief,
        PersonId viewer,
        boolean takesPart,
        String candidate,
        Map<PersonId, String> names,
        Instant now,
        ZoneId zone,
        Optional<String> said) {
    public DebriefScreen {
        names = Map.copyOf(names);
    }

    /** For a label. Whoever is no interviewer of those who take part is the candidate. */
    String name(PersonId person) {
        return person.equals(viewer) ? text("debrief.you") : names.getOrDefault(person, candidate);
    }

    /** The same in the middle of a sentence. */
    String inSentence(PersonId person) {
        return person.equals(viewer) ? text("debrief.you-in-sentence") : name(person);
    }

    String list(Collection<String> all) {
        return Texts.list(List.copyOf(all));
    }

    /** Who gave a level, in the order of their names; the viewer first. */
    List<PersonId> givers(Topic topic, int level) {
        return topic.given().stream()
                .filter(one -> one.level().value().equals(OptionalInt.of(level)))
                .map(Given::person)
                .sorted(Comparator.comparing((PersonId person) -> !person.equals(viewer))
                        .thenComparing(this::name))
                .toList();
    }

    String named(Collection<PersonId> people) {
        return list(people.stream().map(this::name).toList());
    }

    /** By first names, where those tell the interviewers apart: there is little room at a marker. */
    String briefly(Collection<PersonId> people) {
        boolean telling =
                names.values().stream().map(DebriefScreen::first).distinct().count() == names.size();
        return list(people.stream()
                .map(person -> telling ? first(name(person)) : name(person))
                .toList());
    }

    private static String first(String name) {
        return name.strip().split("\\s+")[0];
    }

    private String inSentence(Collection<PersonId> people) {
        return list(people.stream().map(this::inSentence).toList());
    }

    /** Whoever worded the sentence or confirmed it is not absent. */
    boolean candidateTookPart() {
        return debrief.wording().filter(now -> !names.containsKey(now.by())).isPresent()
                || debrief.confirmed().stream().anyMatch(person -> !names.containsKey(person));
    }

    /** Between whom the gap lies. */
    String between(Topic topic) {
        var levels = topic.given().stream()
                .flatMapToInt(one -> one.level().value().stream())
                .summaryStatistics();
        if (levels.getCount() == 0) {
            return candidate;
        }
        if (topic.between() == Between.INTERVIEWERS) {
            return text(
                    "debrief.between",
                    inSentence(givers(topic, levels.getMin())),
                    inSentence(givers(topic, levels.getMax())));
        }
        return levels.getCount() == 1
                ? text("debrief.between", candidate, inSentence(givers(topic, levels.getMax())))
                : text("debrief.between-mean", candidate, levels.getAverage());
    }
}
