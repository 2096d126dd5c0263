package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.Tag;
import java.time.Duration;
import java.util.List;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.AgendaItem;

/** Whether a question that is still to come fits into the time that is left. {@link Pace} counts, in the browser. */
@Tag("interview-fit")
final class Fit extends HtmlComponent {
    Fit() {
        getElement().setAttribute("data-fits", text("agenda.fits")).setAttribute("data-not", text("agenda.fits-not"));
    }

    void show(Screen screen, AgendaItem item) {
        List<AgendaItem> coming = Position.coming(screen.view());
        int at = coming.indexOf(item);
        getElement().setAttribute("hidden", at < 0 || screen.phase() != Phase.LIVE);
        getElement()
                .setAttribute(
                        "ahead",
                        Long.toString(minutes(coming.subList(0, at + 1)).toMillis()));
    }

    /** The planned time of some questions. */
    static Duration minutes(List<AgendaItem> items) {
        return items.stream().map(Agenda::minutes).reduce(Duration.ZERO, Duration::plus);
    }
}
