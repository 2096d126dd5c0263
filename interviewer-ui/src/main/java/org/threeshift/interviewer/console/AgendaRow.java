package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.button;
import static org.threeshift.interviewer.shell.Parts.span;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.AgendaItem;
import org.threeshift.core.interview.model.Course.Posed;

/** One question of the agenda. Choosing it shows it; posing it is another thing. */
final class AgendaRow extends ListItem {
    private final int number;
    private final AgendaItem item;
    private final NativeButton button;
    private final Span sign;
    private final Span state = span("sr-only", "");
    private final Span lacks = span("lacks", "");
    private final Span planned;
    private final Clock clock = new Clock(text("agenda.clock"));

    AgendaRow(int number, AgendaItem item, Desk desk) {
        this.number = number;
        this.item = item;
        sign = span("sign num", Integer.toString(number));
        sign.getElement().setAttribute("aria-hidden", "true");
        planned = span("num muted", text("agenda.minutes", item.minutes()));
        button = button("", "agenda-row", () -> desk.act(now -> now.choose(item.questionId())));
        button.removeClassName("button");
        button.add(sign, span("title", item.title()), state, lacks, planned, clock);
        add(button);
    }

    void show(Screen screen) {
        Optional<Posed> posed = screen.posed(item.questionId());
        boolean open = screen.onTable(item.questionId());
        boolean done = posed.isPresent() && !open;
        boolean shown = screen.shown().filter(item::equals).isPresent();
        sign.setText(done ? "✓" : Integer.toString(number));
        state.setText(text(open ? "agenda.open" : done ? "agenda.done" : "agenda.planned"));
        button.getElement().setAttribute("data-done", done);
        button.getElement().setAttribute("data-shown", shown);
        if (open) {
            button.getElement().setAttribute("aria-current", "step");
        } else {
            button.getElement().removeAttribute("aria-current");
        }
        planned.getElement().setAttribute("hidden", posed.isPresent());
        clock.getElement().setAttribute("hidden", posed.isEmpty());
        posed.ifPresent(asked -> clock.show(asked.spent(), asked.since(), Agenda.minutes(item)));
        showLacks(screen, posed.isPresent());
    }

    /** Only after the interview: while somebody talks, what is missing is nobody's worry. */
    private void showLacks(Screen screen, boolean posed) {
        long missing = screen.phase() == Phase.DEBRIEFING && posed && screen.sheetOpen()
                ? screen.view().missing().stream()
                        .filter(one -> one.questionId().equals(item.questionId()))
                        .count()
                : 0;
        lacks.setText(missing > 0 ? text("agenda.lacks", missing) : "");
        lacks.getElement().setAttribute("hidden", missing == 0);
    }
}
