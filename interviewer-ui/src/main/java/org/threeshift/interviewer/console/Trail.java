package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.part;
import static org.threeshift.interviewer.shell.Parts.span;
import static org.threeshift.interviewer.shell.Texts.name;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.stream.Stream;
import org.threeshift.core.interview.model.Agenda;
import org.threeshift.core.interview.model.AgendaItem;
import org.threeshift.core.interview.model.Amendment;
import org.threeshift.core.interview.model.Sheet;
import org.threeshift.core.interview.model.Sheet.Amended;
import org.threeshift.core.rubric.Level;

/** What was amended after the lock, by whom and why. */
final class Trail extends Div {
    private final OrderedList list = new OrderedList();
    private List<Sheet> shown = List.of();

    Trail() {
        addClassNames("trail", "stack-s");
        list.addClassNames("plain", "stack-s");
        add(new H3(text("trail.heading")), list);
    }

    void show(Screen screen) {
        List<Sheet> sheets = Stream.concat(Stream.of(screen.view().sheet()), screen.view().others().stream())
                .filter(sheet -> !sheet.amendments().isEmpty())
                .toList();
        getElement().setAttribute("hidden", sheets.isEmpty());
        if (sheets.equals(shown)) {
            return;
        }
        shown = sheets;
        list.removeAll();
        sheets.forEach(sheet -> sheet.amendments().forEach(one -> list.add(line(screen, sheet, one))));
    }

    private static ListItem line(Screen screen, Sheet sheet, Amended one) {
        return new ListItem(
                part(
                        "span",
                        "small",
                        span("muted num", Times.day(one.at(), screen.person().zone())),
                        span("strong", screen.names().of(sheet.interviewer()))),
                new Paragraph(words(screen.view().setup().agenda(), one.amendment())),
                new Paragraph(text("trail.reason", one.reason())));
    }

    static String words(Agenda agenda, Amendment amendment) {
        return switch (amendment) {
            case Amendment.OfLevel(var question, var shift, var level) ->
                text("trail.level", title(agenda, question), name(shift), level(level));
            case Amendment.OfTrap(var question, var trap, var judgement) ->
                text("trail.trap", title(agenda, question), trap(agenda, question, trap), name(judgement));
            case Amendment.OfVerdict(var verdict) -> text("trail.verdict", name(verdict));
            case Amendment.OfSummary(var summary) -> text("trail.summary", summary);
        };
    }

    private static String level(Level level) {
        return level == Level.NOT_OBSERVED ? text("scale.not-observed") : Integer.toString(level.key());
    }

    private static String title(Agenda agenda, String question) {
        return agenda.item(question).map(AgendaItem::title).orElse(question);
    }

    private static String trap(Agenda agenda, String question, String trap) {
        return agenda.item(question).stream()
                .flatMap(item -> item.traps().stream())
                .filter(one -> one.id().equals(trap))
                .map(AgendaItem.Trap::name)
                .findFirst()
                .orElse(trap);
    }
}
