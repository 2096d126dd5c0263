package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.button;
import static org.threeshift.interviewer.shell.Parts.write;
import static org.threeshift.interviewer.shell.Texts.name;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Function;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.AgendaItem;
import org.threeshift.core.interview.model.Missing;

/** Everything that the sheet lacks before it can lock; each line leads to its place. */
final class MissingList extends Div {
    private final Desk desk;
    private final H3 heading = new H3();
    private final UnorderedList list = new UnorderedList();
    private List<Missing> shown = List.of();

    MissingList(Desk desk) {
        this.desk = desk;
        addClassNames("notice", "warn", "missing");
        list.addClassName("plain");
        add(new Div(heading, list));
    }

    void show(Screen screen) {
        List<Missing> now = screen.phase() == Phase.DEBRIEFING && screen.sheetOpen()
                ? screen.view().missing()
                : List.of();
        getElement().setAttribute("hidden", now.isEmpty());
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        write(heading, text("missing.heading", now.size()));
        list.removeAll();
        now.forEach(one -> list.add(new ListItem(line(one, screen))));
    }

    private NativeButton line(Missing one, Screen screen) {
        String title = screen.view()
                .setup()
                .agenda()
                .item(one.questionId())
                .map(AgendaItem::title)
                .orElse(one.questionId());
        return switch (one) {
            case Missing.OfLevel(var question, var shift) ->
                leading(
                        text("missing.level", title, name(shift)),
                        question,
                        ".scale[data-current] input",
                        now -> now.look(shift));
            case Missing.OfTrap(var question, var trap, var called) ->
                leading(
                        text("missing.trap", title, called),
                        question,
                        ".trap[data-current] input",
                        now -> now.look(new AgendaItem.Trap(trap, called)));
            case Missing.OfEvidence(var question, var shift, var level) ->
                leading(
                        text("missing.evidence", title, name(shift), level.key()),
                        question,
                        "interview-note textarea",
                        now -> now.look(shift));
        };
    }

    /** @param place what takes the focus once the question is shown */
    private NativeButton leading(String words, String question, String place, Function<ConsolePresenter, Screen> look) {
        return button(words, "as-link", () -> {
            desk.act(now -> {
                now.choose(question);
                return look.apply(now);
            });
            Focus.on(this, place);
        });
    }
}
