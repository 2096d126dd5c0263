package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.span;
import static org.threeshift.interviewer.shell.Parts.write;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import org.threeshift.core.interview.model.Course;
import org.threeshift.core.interview.model.Stopwatch;

/** The time of the whole round, and in words whether it stands still. */
final class RoundClock extends Div {
    private final Clock clock = new Clock(text("clock.round"));
    private final Span planned = span("planned muted small num", "");
    private final Span overShare = span("small muted over-share", text("clock.over-share"));
    private final Span paused = span("paused small", text("pause.short"));

    RoundClock() {
        addClassName("clocks");
        add(clock, planned, paused, overShare);
    }

    void show(Screen screen) {
        int minutes = screen.view().setup().agenda().minutes();
        getElement()
                .setAttribute("hidden", screen.view().course().isEmpty())
                .setAttribute("data-paused", screen.paused());
        write(planned, text("bar.planned", minutes));
        planned.getElement().setAttribute("hidden", screen.paused());
        overShare.getElement().setAttribute("hidden", !screen.firstHalf());
        paused.getElement().setAttribute("hidden", !screen.paused());
        screen.view().course().ifPresent(course -> {
            Stopwatch watch = watch(screen, course);
            clock.show(watch.passed(), watch.since(), Duration.ofMinutes(minutes));
        });
    }

    /** After the end it stands where it was. */
    private static Stopwatch watch(Screen screen, Course course) {
        return screen.view()
                .finishedAt()
                .map((Instant end) -> new Stopwatch(course.clock().at(end), java.util.Optional.empty()))
                .orElseGet(course::clock);
    }
}
