package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A clock that runs in the browser, on the server's time. It needs no round trip to tick. */
@Tag("interview-clock")
final class Clock extends HtmlComponent {
    Clock(String label) {
        getElement()
                .setAttribute("role", "timer")
                .setAttribute("aria-label", label)
                .setAttribute("data-over", text("clock.over"));
    }

    /**
     * @param spent   what ran before
     * @param since   when it began to run; absent when it stands
     * @param planned what was planned; past it the clock says so, quietly
     */
    void show(Duration spent, Optional<Instant> since, Duration planned) {
        getElement().setAttribute("spent", Long.toString(spent.toMillis()));
        getElement().setAttribute("planned", Long.toString(planned.toMillis()));
        since.ifPresentOrElse(
                start -> getElement().setAttribute("since", Long.toString(start.toEpochMilli())),
                () -> getElement().removeAttribute("since"));
    }
}
