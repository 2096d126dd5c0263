package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.button;
import static org.threeshift.interviewer.shell.Parts.key;
import static org.threeshift.interviewer.shell.Parts.span;
import static org.threeshift.interviewer.shell.Parts.write;
import static org.threeshift.interviewer.shell.Texts.name;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.threeshift.core.bank.Question;
import org.threeshift.core.rubric.Rung;

/** The scripted probe that gives somebody in a trap one way out, right beside the judgement of it. */
final class TrapProbe extends Div {
    private final Span heading = span("strong", "");
    private final Span words = span("", "");
    private final NativeButton ask;

    TrapProbe(Desk desk) {
        addClassName("trap-probe");
        ask = button(
                text("probe.ask"),
                "small-button",
                () -> desk.act(now ->
                        now.screen().nextRung().map(now.scoring()::askProbe).orElseGet(now::screen)));
        ask.add(key("p"));
        add(new Paragraph(heading, words), ask);
    }

    void show(Screen screen, Question question) {
        Optional<Rung> next = screen.nextRung().filter(_ -> screen.mayProbe());
        getElement().setAttribute("hidden", next.isEmpty());
        next.ifPresent(rung -> {
            write(heading, text("trap.probe", name(rung)));
            write(words, question.probes().getOrDefault(rung, ""));
            ask.getElement().setAttribute("aria-label", text("probe.ask-label", name(rung)));
        });
    }
}
