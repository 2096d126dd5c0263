package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.button;
import static org.threeshift.interviewer.shell.Parts.key;
import static org.threeshift.interviewer.shell.Parts.link;
import static org.threeshift.interviewer.shell.Parts.part;
import static org.threeshift.interviewer.shell.Parts.span;
import static org.threeshift.interviewer.shell.Parts.write;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.threeshift.core.booking.Booking;
import org.threeshift.core.interview.model.Arrival;
import org.threeshift.core.interview.model.Limits;
import org.threeshift.core.interview.model.Setup;
import org.threeshift.interviewer.console.PresencePill.Words;

/** Before the start: who is here, what will be asked, and the way in for the candidate. */
final class LobbyPanel extends Section {
    private final Paragraph when = new Paragraph();
    private final UnorderedList people = new UnorderedList();
    private final OrderedList questions = new OrderedList();
    private final SaidLine said = new SaidLine(Place.LOBBY);
    private final NativeButton start;
    private final Paragraph starts = new Paragraph();
    private final LatePart late;
    private final H2 heading = new H2();
    private final Paragraph opens = new Paragraph();
    private final Anchor prepare;
    private final InvitationPart invitation;
    private final PlansPart plans;
    private final SettingLine setting = new SettingLine();
    private String shownPeople = "";

    /**
     * @param address makes an address that others can open, of a path
     * @param booked  as what the person holds it
     * @param pair    the page of the pair of which it is a half
     */
    LobbyPanel(Desk desk, UnaryOperator<String> address, Optional<Booking> booked, Optional<String> pair) {
        addClassName("lobby");
        start = button(
                text("lobby.start"),
                "primary large",
                () -> desk.act(now -> now.lobby().start()));
        start.add(key("b"));
        start.setId("start");
        late = new LatePart(desk);
        prepare = link("", text("lobby.prepare"), "button");
        invitation = new InvitationPart(desk, address);
        plans = new PlansPart(desk, pair);
        HtmlContainer round = part("div", "card pad", new H3(text("lobby.questions")), questions);
        people.addClassName("plain");
        add(
                part(
                        "div",
                        "lobby-top",
                        heading,
                        when,
                        opens,
                        late,
                        people,
                        starts,
                        part("div", "row", start, prepare),
                        setting,
                        said),
                part("div", "stack lobby-side", invitation, new BookingPart(booked), round),
                plans);
    }

    void show(Screen screen) {
        Setup setup = screen.view().setup();
        write(
                when,
                text(
                        "lobby.when",
                        Times.day(setup.startsAt(), screen.person().zone()),
                        setup.agenda().minutes()));
        if (questions.getChildren().findAny().isEmpty()) {
            setup.agenda()
                    .items()
                    .forEach(item -> questions.add(new ListItem(
                            span("", item.title()), span("muted num small", text("agenda.minutes", item.minutes())))));
        }
        showPeople(screen);
        boolean preparing = screen.arrival() == Arrival.PREPARING;
        write(heading, text(preparing ? "lobby.preparing" : "lobby.heading"));
        opens.getElement().setAttribute("hidden", !preparing);
        write(
                opens,
                text(
                        "lobby.opens",
                        Times.day(
                                Arrival.opens(setup.startsAt()), screen.person().zone()),
                        Limits.JOINING_OPENS_BEFORE.toMinutes()));
        prepare.setHref("/interviews/" + screen.view().id() + "#prepare");
        late.show(screen);
        start.getElement().setAttribute("hidden", preparing || !screen.leads());
        starts.getElement().setAttribute("hidden", preparing || screen.leads());
        write(starts, text("lobby.starts", screen.names().of(setup.lead())));
        invitation.show(screen);
        plans.show(screen);
        setting.show(screen);
        said.show(screen);
    }

    private void showPeople(Screen screen) {
        Setup setup = screen.view().setup();
        String now = screen.names() + " " + Seats.of(setup, screen.names()) + " " + setup.candidate();
        if (now.equals(shownPeople)) {
            return;
        }
        shownPeople = now;
        people.removeAll();
        String candidate = screen.names().candidate();
        people.add(person(
                candidate,
                text("lobby.candidate"),
                setup.candidate()
                        .<Span>map(one -> new PresencePill(Words.BESIDE_NAME, one, candidate))
                        .orElseGet(() -> span("pill quiet", text("presence.candidate-missing")))));
        Seats.of(setup, screen.names())
                .forEach(taken -> people.add(person(
                        taken.name(),
                        role(screen, taken),
                        new PresencePill(Words.BESIDE_NAME, taken.person(), taken.name()))));
    }

    private static String role(Screen screen, Seats.Taken taken) {
        return taken.person().equals(screen.person().id()) ? text("lobby.you", taken.role()) : taken.role();
    }

    private static ListItem person(String called, String part, Span presence) {
        return new ListItem(span("strong", called), span("muted small", part), presence);
    }
}
