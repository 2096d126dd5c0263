package org.threeshift.core.interview;

import java.io.IOException;
import java.text.MessageFormat;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.threeshift.core.interview.EventJson.Stored;
import org.threeshift.core.interview.model.Evolve;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.Interview.Held;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Recorded;
import org.threeshift.core.interview.model.SelfRating;
import org.threeshift.core.interview.model.Sheet;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;

/** An interview told from its log: each event, the state after it, and everything that stands in the end. */
final class Replay {
    private static final ResourceBundle SENTENCES =
            ResourceBundle.getBundle("org.threeshift.core.interview.replay", Locale.ROOT);
    private static final int PAYLOAD_CHARACTERS = 160;

    private final InterviewId id;
    private final List<Recorded> log;
    private final Function<PersonId, String> names;
    private final Telling telling;
    private final List<Afterword> afterwords;

    /** @param names how to call a person: a name, or the id where there is none */
    Replay(InterviewId id, List<Recorded> log, Function<PersonId, String> names, List<Afterword> afterwords) {
        this.afterwords = List.copyOf(afterwords);
        this.id = id;
        this.log = List.copyOf(log);
        this.names = names;
        this.telling = new Telling(names);
    }

    static String sentence(String key, Object... arguments) {
        return new MessageFormat(SENTENCES.getString(key), Locale.ROOT).format(arguments);
    }

    void print(Appendable out) throws IOException {
        line(out, sentence("title", id, log.size()));
        Interview before = new Interview.Unscheduled();
        for (Recorded recorded : log) {
            Interview after = Evolve.evolve(before, recorded);
            line(out, event(recorded));
            for (String stated : changes(before, after, recorded.actor())) {
                line(out, sentence("state", stated));
            }
            before = after;
        }
        line(out, sentence("in-the-end"));
        for (String stated : everything(before)) {
            line(out, sentence("state", stated));
        }
        if (before instanceof Interview.Published published) {
            for (Afterword afterword : afterwords) {
                for (String stated : afterword.lines(id, published)) {
                    line(out, sentence("state", stated));
                }
            }
        }
    }

    private String event(Recorded recorded) {
        Stored stored = EventJson.write(recorded.event());
        String payload = stored.payload();
        return sentence(
                "event",
                Long.toString(recorded.seq()),
                recorded.at(),
                names.apply(recorded.actor()),
                stored.type(),
                payload.length() > PAYLOAD_CHARACTERS ? payload.substring(0, PAYLOAD_CHARACTERS) + "…" : payload);
    }

    private List<String> changes(Interview before, Interview after, PersonId actor) {
        Optional<Sheet> changed = after instanceof Held now
                        && before instanceof Held past
                        && !past.sheet(actor).equals(now.sheet(actor))
                ? Optional.of(now.sheet(actor))
                : Optional.empty();
        Optional<Interview.SelfScore> scored = after instanceof Held now
                        && !(before instanceof Held past && past.selfScore().equals(now.selfScore()))
                ? now.selfScore()
                : Optional.empty();
        List<String> setupBefore = telling.setup(before).toList();
        List<String> debriefBefore = telling.debrief(before).toList();
        return Stream.of(
                        Stream.of(phase(after)),
                        telling.setup(after).filter(stated -> !setupBefore.contains(stated)),
                        Telling.course(after),
                        changed.stream().map(this::sheet),
                        scored.stream().map(Replay::selfScore),
                        telling.debrief(after).filter(stated -> !debriefBefore.contains(stated)))
                .flatMap(stated -> stated)
                .toList();
    }

    private List<String> everything(Interview state) {
        Stream<String> held = state instanceof Held now
                ? Stream.concat(
                        now.sheets().values().stream()
                                .sorted(Comparator.comparing(
                                        sheet -> sheet.interviewer().value()))
                                .map(this::sheet),
                        now.selfScore().stream().map(Replay::selfScore))
                : Stream.of();
        return Stream.of(
                        Stream.of(phase(state)),
                        telling.setup(state),
                        Telling.course(state),
                        held,
                        telling.debrief(state))
                .flatMap(stated -> stated)
                .toList();
    }

    private String phase(Interview state) {
        return switch (state) {
            case Interview.Unscheduled _ -> sentence("nothing");
            case Interview.Scheduled now ->
                sentence(
                        "scheduled",
                        now.setup().startsAt().atZone(now.setup().zone()),
                        listed(now.here().stream().map(names).sorted().toList(), "nobody"));
            case Interview.Live now ->
                sentence(
                        "live",
                        now.course().open().orElse(sentence("nothing")),
                        listed(
                                now.course().posed().stream()
                                        .map(asked -> asked.questionId())
                                        .toList(),
                                "nothing"));
            case Interview.Debriefing now ->
                sentence(
                        "debriefing",
                        now.finishedAt(),
                        now.counting().size(),
                        now.setup().interviewers().size(),
                        now.scoringClosed() ? 1 : 0);
            case Interview.Published now -> sentence("published", now.publishedAt());
            case Interview.Cancelled now ->
                now.noShow()
                        .map(absent -> sentence("no-show", absent.name()))
                        .orElseGet(() -> sentence("cancelled", now.at(), now.reason()));
        };
    }

    private String sheet(Sheet sheet) {
        Stream<String> levels = sheet.levels().entrySet().stream()
                .map(entry ->
                        entry.getKey().questionId() + "/" + entry.getKey().shift() + "=" + number(entry.getValue()))
                .sorted();
        Stream<String> traps = sheet.traps().entrySet().stream()
                .map(entry -> entry.getKey().questionId() + "/" + entry.getKey().trapId() + "=" + entry.getValue())
                .sorted();
        Stream<String> notes =
                Stream.of(sentence("sheet-notes", sheet.evidence().size()));
        Stream<String> lock =
                sheet.lock().stream().map(locked -> sentence("sheet-locked", locked.at(), locked.verdict()));
        Stream<String> trail = sheet.amendments().isEmpty()
                ? Stream.of()
                : Stream.of(sentence("sheet-amended", sheet.amendments().size()));
        boolean blank = sheet.equals(Sheet.blank(sheet.interviewer()));
        return sentence(
                "sheet",
                names.apply(sheet.interviewer()),
                blank
                        ? sentence("sheet-blank")
                        : Stream.of(levels, traps, notes, lock, trail)
                                .flatMap(part -> part)
                                .collect(Collectors.joining(", ")));
    }

    private static String selfScore(Interview.SelfScore score) {
        return sentence(
                "self-score",
                score.ratings().stream()
                        .map((SelfRating rating) ->
                                rating.questionId() + "/" + rating.shift() + "=" + number(rating.level()))
                        .collect(Collectors.joining(", ")));
    }

    private static String number(Level level) {
        return level == Level.NOT_OBSERVED ? level.name() : Integer.toString(level.key());
    }

    static String listed(Collection<String> words, String none) {
        return words.isEmpty() ? sentence(none) : String.join(", ", words);
    }

    /** What people typed must not steer the terminal. */
    private static void line(Appendable out, String text) throws IOException {
        out.append(text.codePoints()
                        .map(character -> Character.isISOControl(character) ? 0xfffd : character)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append))
                .append(System.lineSeparator());
    }
}
