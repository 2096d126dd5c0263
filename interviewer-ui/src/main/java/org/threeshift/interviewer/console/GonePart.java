package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.html.Div;

/**
 * When the agreed time has passed and the candidate came, and went again: that they are missing now. The browser fills it in from what it
 * hears every few seconds (here.js), as it does the pills.
 */
final class GonePart extends Div {
    GonePart() {
        addClassNames("notice", "warn", "gone");
        getElement().setAttribute("role", "status");
    }

    void show(Screen screen) {
        boolean due = screen.arrival().late() && screen.candidateHere();
        getElement().setAttribute("hidden", !due);
        screen.view()
                .setup()
                .candidate()
                .ifPresent(candidate -> getElement()
                        .setAttribute("data-person", candidate.toString())
                        .setAttribute(
                                "data-away",
                                text(
                                        screen.leads() ? "lobby.gone" : "lobby.gone.led",
                                        screen.names().candidate())));
    }
}
