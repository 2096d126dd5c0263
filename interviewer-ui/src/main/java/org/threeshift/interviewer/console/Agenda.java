package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.part;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.threeshift.core.interview.model.AgendaItem;

/** The round's questions: which were asked, which is on the table, which are planned or left out, and whether they still fit. */
final class Agenda extends Nav {
    private final Desk desk;
    private final OrderedList list = new OrderedList();
    private final Map<String, AgendaRow> rows = new HashMap<>();
    private final AgendaTools tools;
    private final AddPanel adding;
    private final Pace pace = new Pace();

    Agenda(Desk desk) {
        this.desk = desk;
        addClassName("agenda");
        setAriaLabel(text("agenda.heading"));
        tools = new AgendaTools(desk);
        adding = new AddPanel(desk);
        add(part("div", "agenda-top", new H2(text("agenda.heading"))), list, pace, tools, adding);
    }

    void show(Screen screen) {
        List<AgendaItem> items = screen.view().setup().agenda().items();
        for (int index = 0; index < items.size(); index++) {
            AgendaItem item = items.get(index);
            AgendaRow row = rows.computeIfAbsent(item.questionId(), _ -> new AgendaRow(item, desk));
            // Only what has moved is moved: the rest keeps its place, and the focus with it.
            if (list.getComponentCount() <= index || !list.getComponentAt(index).equals(row)) {
                list.addComponentAtIndex(index, row);
            }
            row.show(screen, index + 1);
        }
        pace.show(screen);
        tools.show(screen);
        adding.show(screen);
    }

    static Duration minutes(AgendaItem item) {
        return Duration.ofMinutes(item.minutes());
    }
}
