package org.threeshift.core.bank;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Rung;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.Skill;

/**
 * A question and its guide. Only {@link #prompt} may reach a candidate before publication, and only once it was posed; all
 * the rest is the guide.
 *
 * @param id       stable within the bank, lower-case words joined by hyphens
 * @param title    a few words for agendas
 * @param prompt   what the interviewer asks
 * @param why      why it is asked
 * @param shifts   the shifts probed, the primary one first; one to three
 * @param anchors  for each probed shift and each level from 1 to 5, what an answer at that level sounds like
 * @param traps    the weak answers that the question invites; at least one
 * @param strategicAnswer what a strategic answer holds
 * @param probes   one scripted follow-up a rung
 * @param minutes  time planned for it, 1 to 60
 */
public record Question(
        String id,
        String title,
        String prompt,
        String why,
        List<Shift> shifts,
        Skill skill,
        List<Trap> traps,
        StrategicAnswer strategicAnswer,
        Map<Shift, Map<Level, String>> anchors,
        Map<Rung, String> probes,
        int minutes) {

    public Question {
        shifts = List.copyOf(shifts);
        traps = List.copyOf(traps);
        Map<Shift, Map<Level, String>> anchorsInOrder = new EnumMap<>(Shift.class);
        anchors.forEach((shift, levels) -> anchorsInOrder.put(shift, inOrder(Level.class, levels)));
        anchors = Collections.unmodifiableMap(anchorsInOrder);
        probes = inOrder(Rung.class, probes);
    }

    /** A copy that nobody changes and that is walked in the order of its keys, so that every screen shows the same. */
    private static <K extends Enum<K>> Map<K, String> inOrder(Class<K> keys, Map<K, String> texts) {
        Map<K, String> copy = new EnumMap<>(keys);
        copy.putAll(texts);
        return Collections.unmodifiableMap(copy);
    }

    /** The shift that the question is mainly about. */
    public Shift primary() {
        return shifts.getFirst();
    }

    /**
     * A named weak answer.
     *
     * @param id       stable within the question
     * @param name     what people call it, such as "vanity metrics"
     * @param family   groups the same habit across questions, so that a history can be kept
     * @param summary  the weak answer in a sentence
     * @param tellTales three things one hears when somebody is in it
     */
    public record Trap(String id, String name, String family, String summary, List<String> tellTales) {
        public Trap {
            tellTales = List.copyOf(tellTales);
        }
    }

    /**
     * What a strategic answer holds.
     *
     * @param holds   the parts to listen for
     * @param example one worked answer, with numbers where the question is about numbers
     */
    public record StrategicAnswer(List<String> holds, String example) {
        public StrategicAnswer {
            holds = List.copyOf(holds);
        }
    }
}
