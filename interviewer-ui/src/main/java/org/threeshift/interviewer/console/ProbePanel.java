package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.part;
import static org.threeshift.interviewer.shell.Parts.span;
import static org.threeshift.interviewer.shell.Parts.write;
import static org.threeshift.interviewer.shell.Texts.name;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.threeshift.core.bank.Question;
import org.threeshift.core.rubric.Rung;

/** The ceiling ladder: the scripted follow-ups of the shown question, the highest on top, and how high the answer held. */
final class ProbePanel extends Section {
    private final List<ProbeRow> rows = new ArrayList<>();
    private final Span ceiling = span("ceiling small muted", "");
    private final SaidLine said = new SaidLine(Place.PROBE);

    ProbePanel(Desk desk) {
        addClassName("probes");
        setAriaLabel(text("probe.heading"));
        var ladder = new OrderedList();
        ladder.addClassName("ladder");
        for (Rung rung : Arrays.asList(Rung.values()).reversed()) {
            var row = new ProbeRow(rung, desk);
            rows.add(row);
            ladder.add(row);
        }
        add(part("div", "probes-top", new H2(text("probe.heading")), ceiling), ladder, said);
    }

    void show(Screen screen, Question question) {
        // What scrolls and holds no button is scrolled by keys itself.
        if (screen.mayProbe()) {
            getElement().removeAttribute("tabindex");
        } else {
            getElement().setAttribute("tabindex", "0");
        }
        rows.forEach(row -> row.show(screen, question));
        write(
                ceiling,
                screen.ceiling()
                        .map(rung -> text("probe.ceiling", name(rung).toLowerCase(Locale.ROOT)))
                        .orElse(""));
        said.show(screen);
    }
}
