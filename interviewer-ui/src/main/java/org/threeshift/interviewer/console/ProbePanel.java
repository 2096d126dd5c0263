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
import java.util.Optional;
import org.threeshift.core.bank.Question;
import org.threeshift.core.rubric.Rung;

/** The ceiling ladder: the scripted follow-ups of the shown question, the highest on top, and how high the answer held. */
final class ProbePanel extends Section {
    private final List<ProbeRow> rows = new ArrayList<>();
    private final Span ceiling = span("ceiling small muted", "");
    private final SaidLine said = new SaidLine(Place.PROBE);
    private Optional<Current> current = Optional.empty();

    /** What is to be in sight. A row that was asked is higher than before. */
    private record Current(Question question, Rung rung, boolean asked) {}

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
        Optional<Current> now = current(screen, question);
        if (!now.equals(current)) {
            now.ifPresent(
                    one -> rows.stream().filter(row -> row.isAt(one.rung())).forEach(ProbeRow::reveal));
            current = now;
        }
        write(
                ceiling,
                screen.ceiling()
                        .map(rung -> text("probe.ceiling", name(rung).toLowerCase(Locale.ROOT)))
                        .orElse(""));
        said.show(screen);
    }

    /** Where one's own probe waits to be judged, else the next to be asked. */
    private static Optional<Current> current(Screen screen, Question question) {
        return screen.lastOwnProbe()
                .filter(probe -> probe.held().isEmpty())
                .map(probe -> new Current(question, probe.rung(), true))
                .or(() -> screen.nextRung().map(rung -> new Current(question, rung, false)));
    }
}
