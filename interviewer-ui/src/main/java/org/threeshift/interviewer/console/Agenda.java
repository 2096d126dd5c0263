package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.part;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.threeshift.core.interview.model.AgendaItem;

/** The round's questions: which were asked, which is on the table, which are planned, and for how long. */
final class Agenda extends Nav {
    private final List<AgendaRow> rows = new ArrayList<>();
    private final Pace pace = new Pace();

    Agenda(List<AgendaItem> items, Desk desk) {
        addClassName("agenda");
        setAriaLabel(text("agenda.heading"));
        var list = new OrderedList();
        for (AgendaItem item : items) {
            var row = new AgendaRow(rows.size() + 1, item, desk);
            rows.add(row);
            list.add(row);
        }
        add(part("div", "agenda-top", new H2(text("agenda.heading"))), list, pace);
    }

    void show(Screen screen) {
        rows.forEach(row -> row.show(screen));
        pace.show(screen);
    }

    static Duration minutes(AgendaItem item) {
        return Duration.ofMinutes(item.minutes());
    }
}
