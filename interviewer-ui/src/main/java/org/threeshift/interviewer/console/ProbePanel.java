package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import java.util.ArrayList;
import java.util.List;
import org.threeshift.core.bank.Question;
import org.threeshift.core.rubric.Rung;

/** The scripted follow-ups of the shown question, from specialist to director height. */
final class ProbePanel extends Section {
    private final List<ProbeRow> rows = new ArrayList<>();
    private final SaidLine said = new SaidLine(Place.PROBE);

    ProbePanel(Desk desk) {
        addClassName("probes");
        setAriaLabel(text("probe.heading"));
        var list = new OrderedList();
        for (Rung rung : Rung.values()) {
            var row = new ProbeRow(rung, desk);
            rows.add(row);
            list.add(row);
        }
        add(new H2(text("probe.heading")), list, said);
    }

    void show(Screen screen, Question question) {
        rows.forEach(row -> row.show(screen, question));
        said.show(screen);
    }
}
