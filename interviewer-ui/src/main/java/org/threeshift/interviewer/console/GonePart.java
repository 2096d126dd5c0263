package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.button;
import static org.threeshift.interviewer.shell.Parts.part;
import static org.threeshift.interviewer.shell.Parts.span;
import static org.threeshift.interviewer.shell.Parts.write;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import org.threeshift.core.interview.Phase;

/**
 * That the candidate came and has gone again: in the lobby once the agreed time has passed, and as long as the interview runs. The browser
 * fills in since when from what it hears every few seconds (here.js), as it does the pills, and shows it only then.
 */
final class GonePart extends Div {
    private final Span since = span("", "");
    private final Span meanwhile = span("", "");
    private final NativeButton pause;

    GonePart(Desk desk) {
        addClassNames("notice", "warn", "gone");
        getElement().setAttribute("role", "status");
        pause = button(
                text("bar.pause"),
                "small-button",
                () -> desk.act(now -> now.course().pauseOrResume()));
        add(part("p", "", since, new Span(" "), meanwhile), pause);
    }

    void show(Screen screen) {
        boolean runs = screen.phase() == Phase.LIVE;
        boolean waits = screen.phase() == Phase.SCHEDULED && screen.arrival().late();
        getElement().setAttribute("hidden", !(screen.candidateHere() && (runs || waits)));
        pause.getElement().setAttribute("hidden", !(runs && screen.leads() && !screen.paused()));
        write(meanwhile, text(meanwhile(screen, runs)));
        String name = screen.names().candidate();
        screen.view()
                .setup()
                .candidate()
                .ifPresent(candidate -> since.getElement()
                        .setAttribute("data-person", candidate.toString())
                        .setAttribute("data-gone", text("gone.since", name, "{time}"))
                        // Whom nobody has seen here may sit at the same table once it runs.
                        .setAttribute("data-away", runs ? "" : text("gone.now", name)));
    }

    private static String meanwhile(Screen screen, boolean runs) {
        if (runs) {
            return screen.paused() ? "gone.paused" : "gone.runs";
        }
        return screen.leads() ? "gone.lobby" : "gone.lobby.led";
    }
}
