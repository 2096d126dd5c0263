package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.link;
import static org.threeshift.interviewer.shell.Parts.part;
import static org.threeshift.interviewer.shell.Parts.span;
import static org.threeshift.interviewer.shell.Parts.write;
import static org.threeshift.interviewer.shell.Texts.name;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.Setup;
import org.threeshift.interviewer.console.PresencePill.Words;

/** Who is interviewed on what, how long it has taken, and what comes next. */
final class ClockBar extends Header {
    private final H1 candidate = new H1();
    private final Span round = span("muted small", "");
    private final SeatsPart seats;
    private final HtmlContainer people = part("span", "people");
    private String shownPeople = "";
    private final RoundClock clocks = new RoundClock();
    private final Steps steps;
    private final SaidLine said = new SaidLine(Place.COURSE);

    ClockBar(Desk desk) {
        addClassName("clock-bar");
        var logo = new Image("/assets/logo.svg", "");
        var home = link("/home", "", "brand");
        home.setAriaLabel(text("bar.home"));
        home.add(logo);
        steps = new Steps(desk);
        seats = new SeatsPart(desk);
        add(home, part("div", "who", candidate, round, people), seats, clocks, steps, said);
    }

    void show(Screen screen) {
        Setup setup = screen.view().setup();
        write(candidate, screen.names().candidate());
        write(
                round,
                text(
                        "bar.round",
                        setup.agenda().title(),
                        screen.exchange().isPresent() ? text("bar.exchange") : name(setup.kind()),
                        setup.interviewers().size()));
        seats.show(screen);
        showPeople(screen);
        clocks.show(screen);
        steps.show(screen);
        said.show(screen);
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
}
