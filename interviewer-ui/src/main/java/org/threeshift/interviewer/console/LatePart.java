package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.button;
import static org.threeshift.interviewer.shell.Parts.write;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import org.threeshift.core.interview.model.Arrival;
import org.threeshift.core.interview.model.Limits;

/** When the agreed time has passed and the candidate has not come: who is missing, and what happens next. */
final class LatePart extends Div {
    private final Paragraph sentence = new Paragraph();
    private final NativeButton report;

    LatePart(Desk desk) {
        addClassNames("notice", "warn", "late");
        getElement().setAttribute("role", "status");
        report = button(
                text("plans.no-show-do"), "", () -> desk.act(now -> now.lobby().reportNoShow()));
        add(sentence, report);
    }

    void show(Screen screen) {
        Arrival arrival = screen.arrival();
        boolean missing = arrival.late() && !screen.candidateHere();
        boolean overdue = missing && arrival == Arrival.OVERDUE;
        getElement().setAttribute("hidden", !missing);
        report.getElement().setAttribute("hidden", !(overdue && screen.counts()));
        Instant reportable = screen.view().setup().startsAt().plus(Limits.NO_SHOW_AFTER);
        write(
                sentence,
                !missing
                        ? ""
                        : text(
                                overdue ? "lobby.overdue" : "lobby.late",
                                screen.names().candidate(),
                                overdue
                                        ? Long.toString(Limits.NO_SHOW_AFTER.toMinutes())
                                        : Times.minute(
                                                reportable, screen.person().zone())));
    }
}
