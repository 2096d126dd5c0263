package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.button;
import static org.threeshift.interviewer.shell.Parts.part;
import static org.threeshift.interviewer.shell.Parts.span;
import static org.threeshift.interviewer.shell.Parts.write;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Optional;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.Setup;
import org.threeshift.core.people.PersonId;
import org.threeshift.interviewer.console.PresencePill.Words;

/**
 * Who leads, who scores too, and who shadows or observes; and how the lead changes hands. Not shown to somebody who interviews
 * alone.
 */
final class SeatsPart extends Div {
    private final Desk desk;
    private final Span own = span("pill accent", "");
    private final Span lead = span("", "");
    private final UnorderedList people = new UnorderedList();
    private final NativeDetails details = new NativeDetails(new Span(own, lead), people);
    private Optional<Content> shown = Optional.empty();

    /** Everything that the part is made of: while it is the same, nothing is built anew, and the focus stays. */
    private record Content(Setup setup, Names names, PersonId viewer, boolean open) {}

    SeatsPart(Desk desk) {
        this.desk = desk;
        addClassName("seats");
        people.addClassName("plain");
        add(details);
    }

    void show(Screen screen) {
        Setup setup = screen.view().setup();
        boolean open = screen.phase() == Phase.SCHEDULED || screen.phase() == Phase.LIVE;
        var content = new Content(setup, screen.names(), screen.person().id(), open);
        getElement().setAttribute("hidden", Seats.of(setup, screen.names()).size() < 2);
        if (shown.filter(content::equals).isEmpty()) {
            boolean passed = shown.map(before -> before.setup().lead())
                    .filter(before -> !before.equals(setup.lead()))
                    .isPresent();
            shown = Optional.of(content);
            build(screen, content, passed);
        }
    }

    private void build(Screen screen, Content content, boolean passed) {
        String leads = content.open()
                ? leads(content)
                : text("seat.people", Seats.of(content.setup(), content.names()).size());
        write(own, screen.counts() ? "" : text(screen.trains() ? "seat.you-shadow" : "seat.you-observe"));
        own.getElement().setAttribute("hidden", screen.counts());
        write(lead, leads);
        if (passed) {
            details.setOpen(false);
        }
        people.removeAll();
        Seats.of(content.setup(), content.names()).forEach(seat -> people.add(line(seat, content)));
    }

    private static String leads(Content content) {
        return content.setup().isLead(content.viewer())
                ? text("seat.you-lead")
                : text("seat.leads", content.names().of(content.setup().lead()));
    }

    private ListItem line(Seats.Taken taken, Content content) {
        PersonId person = taken.person();
        boolean own = person.equals(content.viewer());
        var line = new ListItem(part(
                "span",
                "seat",
                span("strong", taken.name()),
                span("muted small", own ? text("lobby.you", taken.role()) : taken.role())));
        if (!own) {
            line.add(new PresencePill(Words.BESIDE_NAME, person, taken.name()));
        }
        if (content.open() && mayPass(content, person)) {
            line.add(button(
                    own ? text("seat.take-lead") : text("seat.hand-over", taken.name()),
                    "small-button",
                    () -> pass(person)));
        }
        return line;
    }

    /** The rule is core's; this only keeps buttons away that would be refused. */
    private static boolean mayPass(Content content, PersonId to) {
        Setup setup = content.setup();
        boolean may = setup.isLead(content.viewer()) || setup.host().equals(content.viewer());
        return setup.isInterviewer(content.viewer())
                && setup.isInterviewer(to)
                && !setup.isLead(to)
                && (may || to.equals(content.viewer()));
    }

    private void pass(PersonId to) {
        desk.act(now -> now.course().passLead(to));
        Focus.on(this, ".seats summary");
    }
}
