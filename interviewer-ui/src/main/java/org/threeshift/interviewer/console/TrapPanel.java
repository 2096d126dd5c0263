package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.html.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.threeshift.core.bank.Question;

/** The traps that the shown question sets. The current one is open; the others show their name and judgement. */
final class TrapPanel extends Section {
    private final Desk desk;
    private final SaidLine said = new SaidLine(Place.TRAP);
    private final List<TrapRow> rows = new ArrayList<>();
    private Optional<Question> shown = Optional.empty();

    TrapPanel(Desk desk) {
        this.desk = desk;
        addClassNames("guide-card", "traps");
        setAriaLabel(text("trap.heading"));
    }

    void show(Screen screen, Question question) {
        if (shown.filter(question::equals).isEmpty()) {
            shown = Optional.of(question);
            rebuild(question);
        }
        rows.forEach(row -> row.show(screen, question));
        said.show(screen);
    }

    private void rebuild(Question question) {
        removeAll();
        rows.clear();
        question.traps()
                .forEach(trap -> rows.add(new TrapRow(trap, question.traps().size() > 1, desk)));
        rows.forEach(this::add);
        add(said);
    }
}
