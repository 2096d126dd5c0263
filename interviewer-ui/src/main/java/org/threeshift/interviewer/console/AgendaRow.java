package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.button;
import static org.threeshift.interviewer.shell.Parts.span;
import static org.threeshift.interviewer.shell.Parts.write;
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
    private final AgendaItem item;
    private final NativeButton button;
    private final Span sign;
    private final Span state = span("sr-only", "");
    private final Span lacks = span("lacks", "");
    private final Span planned;
    private final Clock clock = new Clock(text("agenda.clock"));
    private final Fit fit = new Fit();

    private enum State {
        OPEN("agenda.open"),
        DONE("agenda.done"),
        SKIPPED("agenda.skipped"),
        PLANNED("agenda.planned");

        private final String words;

        State(String words) {
            this.words = words;
        }
    }

    AgendaRow(AgendaItem item, Desk desk) {
        this.item = item;
        sign = span("sign num", "");
        sign.getElement().setAttribute("aria-hidden", "true");
        planned = span("num muted", text("agenda.minutes", item.minutes()));
        button = button("", "agenda-row", () -> desk.act(now -> now.choose(item.questionId())));
        button.removeClassName("button");
        button.getElement().setAttribute("data-question", item.questionId());
        button.add(sign, span("title", item.title()), state, planned, clock, lacks, fit);
        add(button);
    }

    /** @param number its place on the agenda, from 1 */
    void show(Screen screen, int number) {
        Optional<Posed> posed = screen.posed(item.questionId());
        State now = state(screen, posed.isPresent());
        write(
                sign,
                switch (now) {
                    case DONE -> "✓";
                    case SKIPPED -> "–";
                    case OPEN, PLANNED -> Integer.toString(number);
                });
        write(state, text(now.words));
        button.getElement()
                .setAttribute("data-done", now == State.DONE)
                .setAttribute("data-skipped", now == State.SKIPPED)
                .setAttribute("data-shown", screen.shown().filter(item::equals).isPresent());
        if (now == State.OPEN) {
            button.getElement().setAttribute("aria-current", "step");
        } else {
            button.getElement().removeAttribute("aria-current");
        }
        planned.getElement().setAttribute("hidden", posed.isPresent());
        clock.getElement().setAttribute("hidden", posed.isEmpty());
        posed.ifPresent(asked -> clock.show(asked.spent(), asked.since(), Agenda.minutes(item)));
        fit.show(screen, item);
        showLacks(screen, posed.isPresent());
    }

    private State state(Screen screen, boolean posed) {
        if (screen.onTable(item.questionId())) {
            return State.OPEN;
        }
        if (posed) {
            return State.DONE;
        }
        return screen.skipped(item.questionId()) ? State.SKIPPED : State.PLANNED;
    }

    /** Only after the interview: while somebody talks, what is missing is nobody's worry. */
    private void showLacks(Screen screen, boolean posed) {
        long missing = screen.phase() == Phase.DEBRIEFING && posed && screen.sheetOpen()
                ? screen.view().missing().stream()
                        .filter(one -> one.questionId().equals(item.questionId()))
                        .count()
                : 0;
        write(lacks, missing > 0 ? text("agenda.lacks", missing) : "");
        lacks.getElement().setAttribute("hidden", missing == 0);
    }
}
