package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.button;
import static org.threeshift.interviewer.shell.Parts.key;
import static org.threeshift.interviewer.shell.Parts.span;
import static org.threeshift.interviewer.shell.Parts.write;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.AgendaItem;

/** What the lead does next with the interview. One of it is the obvious thing, and looks like it. */
final class Steps extends Div {
    private final Span pauseLabel = span("", "");
    private final Span nextLabel = span("", "");
    private final NativeButton pause;
    private final NativeButton close;
    private final NativeButton next;
    private final NativeButton finish;

    Steps(Desk desk) {
        addClassName("steps");
        pause = button("", "step-pause", () -> desk.act(now -> now.course().pauseOrResume()));
        pause.add(pauseLabel, key("q"));
        close = button(
                text("bar.close"), "quiet", () -> desk.act(now -> now.course().closeQuestion()));
        close.add(key("x"));
        next = button("", "step-next", () -> desk.act(now -> now.course().next()));
        next.add(nextLabel, key("]"));
        finish = button(
                text("bar.finish"), "", () -> desk.act(now -> now.course().finish()));
        finish.add(key("e"));
        add(close, pause, next, finish);
    }

    void show(Screen screen) {
        boolean leads = screen.phase() == Phase.LIVE && screen.leads();
        boolean paused = screen.paused();
        Optional<AgendaItem> coming = Position.next(screen.view());
        boolean open = Position.open(screen.view()).isPresent();
        show(close, leads && open, false);
        show(pause, leads, paused);
        write(pauseLabel, text(paused ? "bar.resume" : "bar.pause"));
        show(next, leads && coming.isPresent(), !paused);
        write(nextLabel, text(coming.equals(screen.shown()) ? "question.pose" : "bar.next"));
        show(finish, leads && coming.isEmpty() && screen.shown().isPresent(), !paused);
    }

    private static void show(NativeButton step, boolean shown, boolean primary) {
        step.getElement().setAttribute("hidden", !shown);
        step.setClassName("primary", shown && primary);
    }
}
