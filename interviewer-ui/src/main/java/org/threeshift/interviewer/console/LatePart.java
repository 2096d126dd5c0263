package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.button;
import static org.threeshift.interviewer.shell.Parts.write;
import static org.threeshift.interviewer.shell.Texts.list;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.stream.Stream;
import org.threeshift.core.interview.model.Arrival;
import org.threeshift.core.interview.model.Limits;

/**
 * When the agreed time has passed and one side has not come: who is missing, and what happens next. To whoever only sits in nobody may have
 * come; they can do nothing about it, and are told so.
 */
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
        List<String> missing = arrival.late() ? missing(screen) : List.of();
        boolean overdue = !missing.isEmpty() && arrival == Arrival.OVERDUE;
        getElement().setAttribute("hidden", missing.isEmpty());
        report.getElement().setAttribute("hidden", !(overdue && screen.counts()));
        write(
                sentence,
                missing.isEmpty()
                        ? ""
                        : text(
                                overdue ? overdue(screen) : nobody(screen) ? "lobby.late.nobody" : "lobby.late",
                                list(missing),
                                missing.size(),
                                Limits.NO_SHOW_AFTER.toMinutes(),
                                Times.minute(
                                        screen.view()
                                                .setup()
                                                .startsAt()
                                                .plus(overdue ? Limits.GIVEN_UP_AFTER : Limits.NO_SHOW_AFTER),
                                        screen.person().zone())));
    }

    /** Everybody of a side of which nobody has come. */
    private static List<String> missing(Screen screen) {
        Stream<String> candidate =
                screen.candidateHere() ? Stream.of() : Stream.of(screen.names().candidate());
        Stream<String> interviewers = screen.interviewerHere()
                ? Stream.of()
                : Seats.of(screen.view().setup(), screen.names()).stream()
                        .filter(seat -> screen.view().setup().isInterviewer(seat.person()))
                        .map(Seats.Taken::name);
        return Stream.concat(candidate, interviewers).toList();
    }

    private static boolean nobody(Screen screen) {
        return !screen.candidateHere() && !screen.interviewerHere();
    }

    private static String overdue(Screen screen) {
        if (screen.counts()) {
            return "lobby.overdue";
        }
        // Where the hour was agreed on elsewhere, the clock does not wait for people to move it by hand.
        return nobody(screen) && screen.agreed().isEmpty() ? "lobby.overdue.nobody" : "lobby.overdue.watching";
    }
}
