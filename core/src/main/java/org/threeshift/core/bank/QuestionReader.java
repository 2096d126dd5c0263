package org.threeshift.core.bank;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.threeshift.core.bank.Question.StrategicAnswer;
import org.threeshift.core.bank.Question.Trap;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Rung;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.Skill;

/** Reads one question of a bank file. */
final class QuestionReader {
    static final List<String> KEYS = List.of(
            "id",
            "title",
            "minutes",
            "prompt",
            "why",
            "primary",
            "skill",
            "traps",
            "strategic-answer",
            "anchors",
            "probes");
    static final int MOST_MINUTES = 60;

    private static final List<String> TRAP_KEYS = List.of("id", "name", "family", "summary", "tell-tales");
    private static final List<String> ANSWER_KEYS = List.of("holds", "example");
    private static final int TELL_TALES = 3;

    private final Fields fields;
    private final Problems problems;

    QuestionReader(Fields fields, Problems problems) {
        this.fields = fields;
        this.problems = problems;
    }

    Question read() {
        Map<Shift, Map<Level, String>> anchors = anchors();
        return new Question(
                fields.id("id"),
                fields.label("title"),
                fields.text("prompt"),
                fields.text("why"),
                shifts(anchors),
                fields.choice("skill", Skill.values(), Sentence.SKILL_UNKNOWN).orElse(Skill.DATA_INTERPRETATION),
                traps(),
                strategicAnswer(),
                anchors,
                probes(),
                fields.number("minutes", 1, MOST_MINUTES));
    }

    private List<Shift> shifts(Map<Shift, Map<Level, String>> anchors) {
        List<Shift> shifts = new ArrayList<>(anchors.keySet());
        fields.choice("primary", Shift.values(), Sentence.SHIFT_UNKNOWN).ifPresent(primary -> {
            if (shifts.remove(primary)) {
                shifts.addFirst(primary);
            } else if (!shifts.isEmpty()) {
                fields.problem("primary", Sentence.PRIMARY_NOT_PROBED, primary, Fields.names(shifts));
            }
        });
        return shifts;
    }

    private List<Trap> traps() {
        TakenIds ids = new TakenIds();
        List<Trap> traps = new ArrayList<>();
        for (Fields trap : fields.groups("traps", 1, Sentence.WORD_TRAP, TRAP_KEYS)) {
            String id = trap.id("id");
            ids.take(id, trap);
            traps.add(new Trap(id, trap.label("name"), trap.id("family"), trap.text("summary"), tellTales(trap)));
        }
        return traps;
    }

    private static List<String> tellTales(Fields trap) {
        List<String> tellTales = trap.texts("tell-tales", 0);
        trap.size("tell-tales")
                .filter(size -> size != TELL_TALES)
                .ifPresent(size -> trap.problem("tell-tales", Sentence.TRAP_WITHOUT_THREE_TELL_TALES, size));
        return tellTales;
    }

    private StrategicAnswer strategicAnswer() {
        return fields.group("strategic-answer", Sentence.WORD_STRATEGIC_ANSWER, ANSWER_KEYS)
                .map(answer -> new StrategicAnswer(answer.texts("holds", 2), answer.text("example")))
                .orElse(new StrategicAnswer(List.of(), ""));
    }

    /** Every shift that the file names is in the result, whatever its levels are like, so that primary can be checked. */
    private Map<Shift, Map<Level, String>> anchors() {
        Map<Shift, Map<Level, String>> anchors = new EnumMap<>(Shift.class);
        fields.entries("anchors", 1)
                .forEach((name, entry) -> fields.choice(name, entry.key(), Shift.values(), Sentence.SHIFT_UNKNOWN)
                        .ifPresent(shift -> anchors.put(shift, levels(name, entry))));
        return anchors;
    }

    private Map<Level, String> levels(String shift, Entry entry) {
        Map<Level, String> levels = new EnumMap<>(Level.class);
        Optional<Map<String, Entry>> entries = fields.values().entries(shift, entry.value());
        entries.ifPresent(found -> {
            found.forEach((name, anchor) -> level(name, anchor)
                    .ifPresent(level -> levels.put(
                            level,
                            fields.values()
                                    .text(Sentence.WORD_LEVEL.with(shift, name), anchor.value())
                                    .orElse(""))));
            IntStream.rangeClosed(Level.LOWEST, Level.HIGHEST)
                    .filter(key -> !levels.containsKey(Level.ofKey(key)))
                    .forEach(key -> problems.at(entry.key(), Sentence.ANCHOR_MISSING, shift, key));
        });
        return levels;
    }

    private Optional<Level> level(String name, Entry entry) {
        Optional<Level> level = IntStream.rangeClosed(Level.LOWEST, Level.HIGHEST)
                .filter(key -> Integer.toString(key).equals(name))
                .mapToObj(Level::ofKey)
                .findFirst();
        if (level.isEmpty()) {
            problems.at(entry.key(), Sentence.LEVEL_OUT_OF_RANGE, name, Level.LOWEST, Level.HIGHEST);
        }
        return level;
    }

    private Map<Rung, String> probes() {
        Map<Rung, String> probes = new EnumMap<>(Rung.class);
        fields.entries("probes", 0)
                .forEach((name, entry) -> fields.choice(name, entry.key(), Rung.values(), Sentence.RUNG_UNKNOWN)
                        .ifPresent(rung -> probes.put(
                                rung, fields.values().text(name, entry.value()).orElse(""))));
        for (Rung rung : Rung.values()) {
            if (!probes.containsKey(rung) && fields.size("probes").isPresent()) {
                fields.problem("probes", Sentence.PROBE_MISSING, rung);
            }
        }
        return probes;
    }
}
