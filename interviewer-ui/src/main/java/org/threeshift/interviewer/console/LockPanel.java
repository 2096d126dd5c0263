package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.button;
import static org.threeshift.interviewer.shell.Parts.part;
import static org.threeshift.interviewer.shell.Parts.span;
import static org.threeshift.interviewer.shell.Texts.name;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.rubric.Verdict;

/** The verdict, the summary and the lock. */
final class LockPanel extends Div {
    private final Map<Verdict, Choice> verdicts = new EnumMap<>(Verdict.class);
    private final TextField summary = TextField.area(text("lock.summary"));
    private Optional<Verdict> chosen = Optional.empty();
    private boolean begun;

    LockPanel(Desk desk) {
        addClassNames("lock", "card", "pad", "stack");
        var row = new Div();
        row.addClassName("verdicts");
        var heading = new H3(text("lock.verdict"));
        heading.setId("verdict-heading");
        row.getElement().setAttribute("role", "radiogroup").setAttribute("aria-labelledby", "verdict-heading");
        for (Verdict verdict : Verdict.values()) {
            var choice = new Choice(
                    "verdict", verdict.name(), "judgement verdict", () -> choose(verdict), span("", name(verdict)));
            verdicts.put(verdict, choice);
            row.add(choice);
        }
        var lock = button(text("lock.do"), "primary", () -> lock(desk));
        add(
                part("div", "stack-s", heading, row),
                summary,
                part("div", "row", lock, span("muted small", text("lock.hint"))));
    }

    void choose(Verdict verdict) {
        chosen = Optional.of(verdict);
    }

    private void lock(Desk desk) {
        desk.act(now -> now.sheet().lock(chosen, summary.getValue()));
        if (begun) {
            Focus.on(this, ".begun button");
        } else if (chosen.isEmpty()) {
            Focus.on(this, ".verdicts input");
        }
    }

    void show(Screen screen) {
        boolean open = screen.phase() == Phase.DEBRIEFING && screen.sheetOpen();
        getElement().setAttribute("hidden", !open);
        begun = !screen.keepFromLocking().isEmpty();
        summary.keptAs("threeshift.summary." + screen.drafts());
        verdicts.values().forEach(choice -> choice.keptAs("threeshift.verdict." + screen.drafts()));
        verdicts.forEach(
                (verdict, choice) -> choice.show(chosen.filter(verdict::equals).isPresent(), open));
    }
}
