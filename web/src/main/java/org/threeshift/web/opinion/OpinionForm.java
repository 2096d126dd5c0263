package org.threeshift.web.opinion;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.threeshift.core.bank.Question;
import org.threeshift.core.opinion.BlindSheet;
import org.threeshift.core.opinion.BlindSheet.Asked;
import org.threeshift.core.opinion.Opinion;
import org.threeshift.core.opinion.SecondOpinions.Entered;
import org.threeshift.core.opinion.SecondOpinions.Gap;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.rubric.Verdict;

/**
 * What somebody entered on a blind sheet.
 *
 * @param entered by the names of fields
 * @param errors  the keys of what is wrong, by the names of fields
 */
public record OpinionForm(Map<String, String> entered, Map<String, String> errors) {
    public static final String VERDICT = "verdict";
    public static final String SUMMARY = "summary";

    public OpinionForm {
        entered = Map.copyOf(entered);
    }

    public static String level(Asked asked, Shift shift) {
        return "level-" + asked.number() + "-" + shift.name().toLowerCase(Locale.ROOT);
    }

    /** @param index of the trap within the question, from 0 */
    public static String trap(Asked asked, int index) {
        return "trap-" + asked.number() + "-" + index;
    }

    public String value(String field) {
        return entered.getOrDefault(field, "");
    }

    /** Empty when nothing is wrong. */
    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    /** What was saved. */
    static OpinionForm saved(BlindSheet sheet, Opinion opinion) {
        Map<String, String> entered = new HashMap<>();
        for (Asked asked : sheet.questions()) {
            String question = asked.question().id();
            asked.question()
                    .shifts()
                    .forEach(shift -> opinion.level(question, shift)
                            .ifPresent(level -> entered.put(level(asked, shift), Integer.toString(level.key()))));
            List<Question.Trap> traps = asked.question().traps();
            for (int index = 0; index < traps.size(); index++) {
                String field = trap(asked, index);
                opinion.trap(question, traps.get(index).id()).ifPresent(one -> entered.put(field, one.name()));
            }
        }
        opinion.verdict().ifPresent(verdict -> entered.put(VERDICT, verdict.name()));
        entered.put(SUMMARY, opinion.summary());
        return new OpinionForm(entered, Map.of());
    }

    /** What a request brings, as core takes it; whatever no field allows is as if it were not there. */
    static Entered read(BlindSheet sheet, Map<String, String> parameters) {
        Map<Opinion.Place, Level> levels = new HashMap<>();
        Map<Opinion.TrapPlace, TrapJudgement> traps = new HashMap<>();
        for (Asked asked : sheet.questions()) {
            String question = asked.question().id();
            asked.question().shifts().forEach(shift -> {
                String typed = parameters.getOrDefault(level(asked, shift), "");
                if (typed.matches("[0-5]")) {
                    levels.put(new Opinion.Place(question, shift), Level.ofKey(Integer.parseInt(typed)));
                }
            });
            List<Question.Trap> all = asked.question().traps();
            for (int index = 0; index < all.size(); index++) {
                var place = new Opinion.TrapPlace(question, all.get(index).id());
                constant(TrapJudgement.values(), parameters.getOrDefault(trap(asked, index), ""))
                        .ifPresent(one -> traps.put(place, one));
            }
        }
        return new Entered(
                levels,
                traps,
                constant(Verdict.values(), parameters.getOrDefault(VERDICT, "")),
                parameters.getOrDefault(SUMMARY, ""));
    }

    /** What was typed, with the sentences for what it lacks. */
    static OpinionForm refused(BlindSheet sheet, Map<String, String> parameters, List<Gap> missing) {
        Map<String, String> errors = new LinkedHashMap<>();
        for (Asked asked : sheet.questions()) {
            String question = asked.question().id();
            asked.question().shifts().stream()
                    .filter(shift -> missing.contains(new Gap.OfLevel(question, shift)))
                    .forEach(shift -> errors.put(level(asked, shift), "opinion.missing.level"));
            List<Question.Trap> traps = asked.question().traps();
            for (int index = 0; index < traps.size(); index++) {
                if (missing.contains(new Gap.OfTrap(question, traps.get(index).id()))) {
                    errors.put(trap(asked, index), "opinion.missing.trap");
                }
            }
        }
        if (missing.contains(new Gap.OfVerdict())) {
            errors.put(VERDICT, "opinion.missing.verdict");
        }
        if (missing.contains(new Gap.TooLong())) {
            errors.put(SUMMARY, "opinion.too-long");
        }
        return new OpinionForm(parameters, errors);
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] all, String name) {
        return Arrays.stream(all).filter(one -> one.name().equals(name)).findFirst();
    }
}
