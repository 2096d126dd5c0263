package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.Tag;
import java.time.Duration;
import java.util.Optional;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.Course;
import org.threeshift.core.interview.model.Course.Posed;
import org.threeshift.core.interview.model.Stopwatch;

/** Whether the round will end in time if the rest takes as long as planned. Counts in the browser, and stands in a pause. */
@Tag("interview-pace")
final class Pace extends HtmlComponent {
    private static final Stopwatch NOTHING = new Stopwatch(Duration.ZERO, Optional.empty());

    Pace() {
        addClassNames("pace", "xs", "muted");
        getElement()
                .setAttribute("data-spare", text("pace.spare"))
                .setAttribute("data-even", text("pace.even"))
                .setAttribute("data-late", text("pace.late"));
    }

    void show(Screen screen) {
        getElement().setAttribute("hidden", screen.phase() != Phase.LIVE);
        screen.view().course().ifPresent(course -> show(screen, course));
    }

    private void show(Screen screen, Course course) {
        var agenda = screen.view().setup().agenda();
        Optional<Posed> open = course.open().flatMap(course::posed);
        set("round", course.clock(), Duration.ofMinutes(agenda.minutes()));
        set(
                "table",
                open.map(posed -> new Stopwatch(posed.spent(), posed.since())).orElse(NOTHING),
                open.flatMap(posed -> agenda.item(posed.questionId()))
                        .map(Agenda::minutes)
                        .orElse(Duration.ZERO));
        set("ahead", Fit.minutes(Position.coming(screen.view())).toMillis());
    }

    private void set(String clock, Stopwatch watch, Duration planned) {
        set(clock + "-spent", watch.passed().toMillis());
        watch.since()
                .ifPresentOrElse(
                        since -> set(clock + "-since", since.toEpochMilli()),
                        () -> getElement().removeAttribute(clock + "-since"));
        set(clock + "-planned", planned.toMillis());
    }

    private void set(String attribute, long milliseconds) {
        getElement().setAttribute(attribute, Long.toString(milliseconds));
    }
}
