package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.Tag;
import java.time.Duration;
import java.util.Optional;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.Course;
import org.threeshift.core.interview.model.Course.Posed;

/** Whether the round will end in time if the rest takes as long as planned. Counts in the browser. */
@Tag("interview-pace")
final class Pace extends HtmlComponent {
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
        Duration ahead = agenda.items().stream()
                .filter(item -> !course.wasPosed(item.questionId()))
                .map(Agenda::minutes)
                .reduce(Duration.ZERO, Duration::plus);
        Optional<Posed> open = course.open().flatMap(course::posed);
        set("end", course.startedAt().plus(Duration.ofMinutes(agenda.minutes())).toEpochMilli());
        set("ahead", ahead.toMillis());
        set(
                "open-ends",
                open.flatMap(posed -> posed.since()
                                .map(since -> since.plus(planned(screen, posed))
                                        .minus(posed.spent())
                                        .toEpochMilli()))
                        .orElse(0L));
    }

    private static Duration planned(Screen screen, Posed posed) {
        return screen.view()
                .setup()
                .agenda()
                .item(posed.questionId())
                .map(Agenda::minutes)
                .orElse(Duration.ZERO);
    }

    private void set(String attribute, long milliseconds) {
        getElement().setAttribute(attribute, Long.toString(milliseconds));
    }
}
