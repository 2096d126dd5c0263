package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.button;
import static org.threeshift.interviewer.shell.Parts.link;
import static org.threeshift.interviewer.shell.Parts.part;
import static org.threeshift.interviewer.shell.Parts.write;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.threeshift.core.hours.WallTime;
import org.threeshift.core.interview.model.Limits;

/** When plans change: another time, calling it off, or a candidate who does not come. */
final class PlansPart extends Div {
    /** Until one of two is chosen. */
    private static final WallTime.Pass NEITHER = new WallTime.Pass("", text("plans.pass-choose"));

    private final TextField moment = TextField.moment(text("plans.moment"));
    private final Select<WallTime.Pass> pass = new Select<>(text("plans.pass"));
    private final TextField moveReason = TextField.line(text("plans.reason"));
    private final TextField cancelReason = TextField.line(text("plans.reason"));
    private final SaidLine notMoved = new SaidLine(Place.MOVE);
    private final SaidLine notCancelled = new SaidLine(Place.CALL_OFF);
    private final Paragraph agreed = new Paragraph();
    private final Anchor elsewhere = link("", text("plans.elsewhere"), "button");
    private final HtmlContainer moved = part("div", "stack-s", agreed, part("div", "row", elsewhere));
    private final NativeDetails moves;
    private final NativeDetails cancels;
    private final HtmlContainer hosts;
    private ZoneId zone = ZoneOffset.UTC;
    private final Optional<String> pair;
    private Instant planned = Instant.EPOCH;

    /** @param pair the page of the pair of which the interview is a half */
    PlansPart(Desk desk, Optional<String> pair) {
        this.pair = pair;
        addClassName("plans");
        moves = details(
                "plans.move",
                moment,
                pass,
                moveReason,
                notMoved,
                button(
                        text("plans.move-do"),
                        "",
                        () -> desk.act(now -> move(
                                now,
                                moment.getValue(),
                                pass.chosen().map(WallTime.Pass::name).orElse(""),
                                moveReason.getValue()))));
        moment.onChange(() -> {
            // Which of two was meant says nothing of another time.
            askWhich(List.of());
            askWhichOfTwo();
        });
        cancels = details(
                "plans.cancel",
                cancelReason,
                notCancelled,
                button(
                        text("plans.cancel-do"),
                        "danger",
                        () -> desk.act(now -> now.lobby().cancel(cancelReason.getValue()))));
        hosts = part("div", "stack-s", moved, moves, cancels);
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
        // Where two agreed on the hour, or it was booked, it is moved by those rules: here is only the way there.
        moved.getElement().setAttribute("hidden", screen.agreed().isEmpty());
        // The second half of a pair begins when the first one is over.
        moves.getElement().setAttribute("hidden", screen.agreed().isPresent() || pair.isPresent());
        notMoved.show(screen);
        notCancelled.show(screen);
        write(agreed, screen.agreed().orElse(""));
        // Nobody calls off one meeting of an evening: whoever says there that they cannot come has everybody else
        // planned anew.
        Optional<String> evening =
                SettingLine.path(screen).filter(_ -> screen.agreed().isPresent());
        cancels.getElement()
                .setAttribute("hidden", screen.agreed().isPresent() && (evening.isPresent() || pair.isPresent()));
        elsewhere.setHref(
                evening.or(() -> pair).orElse("/interviews/" + screen.view().id()));
        write(
                elsewhere,
                text(evening.isPresent() ? "plans.evening" : pair.isPresent() ? "plans.pair" : "plans.elsewhere"));
        zone = screen.person().zone();
        planned = screen.view().setup().startsAt();
        if (moment.getValue().isEmpty()) {
            moment.setValue(WallTime.typed(planned, zone));
        }
        askWhichOfTwo();
    }

    /** Where clocks are put back and the time comes twice. */
    private void askWhichOfTwo() {
        List<WallTime.Pass> two =
                WallTime.parse(moment.getValue(), zone).map(WallTime::passes).orElse(List.of());
        pass.getElement().setAttribute("hidden", two.isEmpty());
        askWhich(
                two.isEmpty()
                        ? two
                        : Stream.concat(Stream.of(NEITHER), two.stream()).toList());
    }

    /** What it is planned for is chosen already, and nothing else. */
    private void askWhich(List<WallTime.Pass> choices) {
        String known = moment.getValue().equals(WallTime.typed(planned, zone)) ? WallTime.pass(planned, zone) : "";
        pass.show(choices, WallTime.Pass::words, one -> one.name().equals(known));
    }

    /**
     * @param typed as the browser writes a moment, on the person's own wall clock
     * @param pass  which of two is meant, as {@link WallTime.Pass} names them
     */
    static Screen move(ConsolePresenter presenter, String typed, String pass, String reason) {
        ZoneId zone = presenter.person().zone();
        return WallTime.parse(typed, zone)
                .map(time -> switch (time.read(pass)) {
                    case WallTime.Reading.At(var wanted) -> presenter.lobby().reschedule(wanted, zone, reason);
                    case WallTime.Reading.Never(var sentence) -> presenter.saySentence(Place.MOVE, sentence);
                    case WallTime.Reading.Twice(var sentence) -> presenter.saySentence(Place.MOVE, sentence);
                })
                .orElseGet(() -> presenter.say(Place.MOVE, "plans.moment-unreadable"));
    }

    private static NativeDetails details(String summary, com.vaadin.flow.component.Component... content) {
        return new NativeDetails(text(summary), part("div", "stack-s plans-body", content));
    }
}
