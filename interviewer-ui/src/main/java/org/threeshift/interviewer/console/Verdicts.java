package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.part;
import static org.threeshift.interviewer.shell.Parts.span;
import static org.threeshift.interviewer.shell.Texts.name;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import org.threeshift.core.interview.model.Sheet;

/** What each interviewer whose sheet is open to the viewer has signed: the own one first. */
final class Verdicts extends Div {
    private List<Sheet> shown = List.of();

    Verdicts() {
        addClassName("cards");
    }

    void show(Screen screen) {
        List<Sheet> sheets = new ArrayList<>(
                screen.trains() ? List.of() : List.of(screen.view().sheet()));
        sheets.addAll(screen.view().others());
        getElement().setAttribute("hidden", sheets.stream().noneMatch(Sheet::locked));
        if (sheets.equals(shown)) {
            return;
        }
        shown = List.copyOf(sheets);
        removeAll();
        sheets.forEach(sheet -> sheet.lock().ifPresent(lock -> {
            boolean own = sheet.interviewer().equals(screen.person().id());
            add(part(
                    "div",
                    "card pad-s stack-s",
                    span("muted small", own ? text("table.you") : screen.names().of(sheet.interviewer())),
                    span("figure", name(lock.verdict())),
                    new Paragraph(lock.summary())));
        }));
    }
}
