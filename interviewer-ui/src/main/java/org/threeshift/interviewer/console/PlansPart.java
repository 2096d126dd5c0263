package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.button;
import static org.threeshift.interviewer.shell.Parts.part;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.threeshift.core.interview.model.Limits;

/** When plans change: another time, calling it off, or a candidate who does not come. */
final class PlansPart extends Div {
    private final TextField moment = TextField.moment(text("plans.moment"));
    private final TextField moveReason = TextField.line(text("plans.reason"));
    private final TextField cancelReason = TextField.line(text("plans.reason"));
    private final HtmlContainer hosts;

    PlansPart(Desk desk) {
        addClassName("plans");
        hosts = part(
                "div",
                "stack-s",
                details(
                        "plans.move",
                        moment,
                        moveReason,
                        button(
                                text("plans.move-do"),
                                "",
                                () -> desk.act(now -> move(now, moment.getValue(), moveReason.getValue())))),
                details(
                        "plans.cancel",
                        cancelReason,
                        button(
                                text("plans.cancel-do"),
                                "danger",
                                () -> desk.act(now -> now.lobby().cancel(cancelReason.getValue())))));
        add(
                hosts,
                details(
                        "plans.no-show",
                        part("p", "small muted", text("plans.no-show-sentence", Limits.NO_SHOW_AFTER.toMinutes())),
                        button(
                                text("plans.no-show-do"),
                                "",
                                () -> desk.act(now -> now.lobby().reportNoShow()))));
    }

    void show(Screen screen) {
        getElement().setAttribute("hidden", !screen.counts());
        hosts.getElement().setAttribute("hidden", !screen.host());
        if (moment.getValue().isEmpty()) {
            moment.setValue(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm")
                    .format(screen.view()
                            .setup()
                            .startsAt()
                            .atZone(screen.person().zone())));
        }
    }

    /** @param typed as the browser writes a moment, on the person's own wall clock */
    static Screen move(ConsolePresenter presenter, String typed, String reason) {
        ZoneId zone = presenter.person().zone();
        try {
            LocalDateTime wanted = LocalDateTime.parse(typed);
            return zone.getRules().getValidOffsets(wanted).isEmpty()
                    ? presenter.say(Place.LOBBY, "plans.moment-skipped")
                    : presenter.lobby().reschedule(wanted.atZone(zone).toInstant(), zone, reason);
        } catch (DateTimeParseException unreadable) {
            return presenter.say(Place.LOBBY, "plans.moment-unreadable");
        }
    }

    private static NativeDetails details(String summary, com.vaadin.flow.component.Component... content) {
        return new NativeDetails(text(summary), part("div", "stack-s plans-body", content));
    }
}
