package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.button;
import static org.threeshift.interviewer.shell.Parts.key;
import static org.threeshift.interviewer.shell.Parts.link;
import static org.threeshift.interviewer.shell.Parts.part;
import static org.threeshift.interviewer.shell.Parts.span;
import static org.threeshift.interviewer.shell.Texts.name;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.Course;
import org.threeshift.core.interview.model.Setup;
import org.threeshift.interviewer.console.PresencePill.Words;

/** Who is interviewed on what, how long it has taken, and what comes next. */
final class ClockBar extends Header {
    private final H1 candidate = new H1();
    private final Span round = span("muted small", "");
    private final SeatsPart seats;
    private final HtmlContainer people = part("span", "people");
    private String shownPeople = "";
    private final Clock clock = new Clock(text("clock.round"));
    private final Span planned = span("muted small num", "");
    private final Span overShare = span("small muted over-share", text("clock.over-share"));
    private final HtmlContainer clocks = part("div", "clocks", clock, planned, overShare);
    private final NativeButton close;
    private final NativeButton next;
    private final NativeButton finish;
    private final SaidLine said = new SaidLine(Place.COURSE);
    private boolean led;

    ClockBar(Desk desk) {
        addClassName("clock-bar");
        var logo = new Image("/assets/logo.svg", "");
        var home = link("/home", "", "brand");
        home.setAriaLabel(text("bar.home"));
        home.add(logo);
        close = button(
                text("bar.close"), "quiet", () -> desk.act(now -> now.course().closeQuestion()));
        close.add(key("x"));
        next = button(
                text("bar.next"), "primary", () -> desk.act(now -> now.course().next()));
        next.add(key("]"));
        finish = button(
                text("bar.finish"),
                "primary",
                () -> desk.act(now -> now.course().finish()));
        seats = new SeatsPart(desk);
        add(
                home,
                part("div", "who", candidate, round, people),
                seats,
                clocks,
                part("div", "steps", close, next, finish),
                said);
    }

    void show(Screen screen) {
        Setup setup = screen.view().setup();
        boolean live = screen.phase() == Phase.LIVE && screen.leads();
        candidate.setText(screen.names().candidate());
        round.setText(text(
                "bar.round",
                setup.agenda().title(),
                name(setup.kind()),
                setup.interviewers().size()));
        seats.show(screen);
        showPeople(screen);
        clocks.getElement().setAttribute("hidden", screen.view().course().isEmpty());
        overShare.getElement().setAttribute("hidden", !screen.firstHalf());
        planned.setText(text("bar.planned", setup.agenda().minutes()));
        screen.view().course().ifPresent(course -> showClock(screen, course));
        boolean all = Position.next(screen.view()).isEmpty();
        close.getElement()
                .setAttribute("hidden", !live || Position.open(screen.view()).isEmpty());
        next.getElement().setAttribute("hidden", !live || all);
        finish.getElement()
                .setAttribute("hidden", !live || !all || screen.shown().isEmpty());
        said.show(screen);
        boolean leads = live && all && screen.said(Place.COURSE).isPresent();
        if (leads && !led) {
            // Whoever asks for one more question than there is wants to go on: the end is what is left.
            Focus.on(this, ".steps .primary");
        }
        led = leads;
    }

    /** The candidate, whose name stands before it; then the others at the console, by name. */
    private void showPeople(Screen screen) {
        Setup setup = screen.view().setup();
        String now = setup.candidate() + " " + Seats.of(setup, screen.names()) + " " + screen.phase();
        if (now.equals(shownPeople)) {
            return;
        }
        shownPeople = now;
        people.removeAll();
        if (screen.phase() == Phase.CANCELLED) {
            return;
        }
        people.add(setup.candidate()
                .<Span>map(person -> new PresencePill(
                        Words.BESIDE_NAME, person, screen.names().candidate()))
                .orElseGet(() -> span("pill quiet", text("presence.candidate-missing"))));
        Seats.of(setup, screen.names()).stream()
                .filter(taken -> !taken.person().equals(screen.person().id()))
                .map(taken -> new PresencePill(Words.WITH_NAME, taken.person(), taken.name()))
                .forEach(people::add);
    }

    /** After the end the clock stands where it was. */
    private void showClock(Screen screen, Course course) {
        Optional<Instant> end = screen.view().finishedAt();
        clock.show(
                end.map(at -> Duration.between(course.startedAt(), at)).orElse(Duration.ZERO),
                end.isPresent() ? Optional.empty() : Optional.of(course.startedAt()),
                Duration.ofMinutes(screen.view().setup().agenda().minutes()));
    }
}
