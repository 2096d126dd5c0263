package org.threeshift.interviewer.console;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.threeshift.core.analysis.PanelAgreement;
import org.threeshift.core.analysis.Rating;
import org.threeshift.core.analysis.Ratings;
import org.threeshift.core.interview.model.AgendaItem;
import org.threeshift.core.interview.model.Sheet;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;

/**
 * The spreads of a panel's levels on everything that was asked.
 *
 * @param panel the sheets that count
 */
record Spreads(List<AgendaItem> items, List<Sheet> panel) {

    /** One shift of one question, and how far the panel lies apart there. */
    record Placed(AgendaItem item, Shift shift, Spread spread) {}

    Optional<Spread> on(AgendaItem item, Shift shift) {
        return Spread.of(levels(item, shift));
    }

    /** How far apart the furthest lie, 0 to 4. */
    int widest() {
        return placed().mapToInt(placed -> placed.spread().apart()).max().orElse(0);
    }

    /** Where the panel lies furthest apart, in the order of the agenda; nowhere when it agrees everywhere. */
    List<Placed> furthest() {
        int widest = widest();
        return placed().filter(placed -> widest > 0 && placed.spread().apart() == widest)
                .toList();
    }

    boolean isWidest(Spread spread) {
        return spread.apart() > 0 && spread.apart() == widest();
    }

    /** Whether two judged a trap differently. */
    boolean differsOn(AgendaItem item, AgendaItem.Trap trap) {
        return panel.stream()
                        .flatMap(sheet -> sheet.trap(item.questionId(), trap.id()).stream())
                        .collect(Collectors.toSet())
                        .size()
                > 1;
    }

    /** How far the panel agrees, each shift of each question being one thing that it scored. */
    PanelAgreement agreement() {
        return PanelAgreement.of(Ratings.of(items.stream()
                .flatMap(item -> item.shifts().stream()
                        .flatMap(shift -> panel.stream().flatMap(sheet -> rating(item, shift, sheet).stream())))
                .toList()));
    }

    private static Optional<Rating> rating(AgendaItem item, Shift shift, Sheet sheet) {
        return sheet.level(item.questionId(), shift)
                .filter(level -> level.value().isPresent())
                .map(level -> new Rating(
                        item.questionId(), shift.name(), sheet.interviewer().toString(), level.key()));
    }

    private Stream<Placed> placed() {
        return items.stream()
                .flatMap(item -> Arrays.stream(Shift.values())
                        .filter(item.shifts()::contains)
                        .flatMap(shift -> on(item, shift).filter(Spread::compares).stream()
                                .map(spread -> new Placed(item, shift, spread))));
    }

    private List<Level> levels(AgendaItem item, Shift shift) {
        return panel.stream()
                .flatMap(sheet -> sheet.level(item.questionId(), shift).stream())
                .toList();
    }
}
