package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.button;
import static org.threeshift.interviewer.shell.Parts.key;
import static org.threeshift.interviewer.shell.Parts.part;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.threeshift.core.bank.Question;
import org.threeshift.core.call.Calls;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.Arrival;
import org.threeshift.interviewer.call.LiveCall;
import org.threeshift.interviewer.debrief.DebriefPanel;
import org.threeshift.interviewer.debrief.DebriefScreen;

/** The parts of the screen, each updated in place: what did not change keeps its elements, and the focus stays. */
final class ConsoleScreen {
    private final ClockBar bar;
    private final Agenda agenda;
    private final GonePart gone;
    private final LobbyPanel lobby;
    private final QuestionPanel question;
    private final SheetPanel sheet;
    private final DebriefPanel debrief;
    private final EndPanel end;
    private final Rematch rematch;
    private final ProbePanel probes;
    private final EvidencePanel evidence;
    private final LiveCall call;
    private final boolean longOver;
    private final MeetingPart meeting = new MeetingPart();
    private final HtmlContainer aside;
    private final KeyBar keys;
    private final CarriedEntries carried;
    private final KeyMap map = new KeyMap();
    private final SpokenLine spoken = new SpokenLine();
    private final HtmlContainer root;
    private String stage = "";

    ConsoleScreen(
            HtmlContainer root,
            Screen first,
            Desk desk,
            UnaryOperator<String> address,
            Rematch rematch,
            BookedSessions sessions,
            PairPages pairs) {
        this.root = root;
        this.rematch = rematch;
        end = new EndPanel(() -> {
            rematch.begin(first);
            root.getUI().ifPresent(ui -> ui.getPage().setLocation("/practice/now"));
        });
        bar = new ClockBar(desk);
        agenda = new Agenda(desk);
        gone = new GonePart(desk);
        boolean ahead = first.phase() == Phase.SCHEDULED;
        lobby = new LobbyPanel(
                desk,
                address,
                ahead ? sessions.of(first) : Optional.empty(),
                ahead ? pairs.of(first) : Optional.empty());
        question = new QuestionPanel(desk);
        sheet = new SheetPanel(desk);
        debrief = new DebriefPanel(first.drafts(), new ConsoleDebriefDesk(desk));
        probes = new ProbePanel(desk);
        evidence = new EvidencePanel(first, desk);
        aside = part("aside", "side", probes, evidence);
        aside.getElement().setAttribute("aria-label", text("side.label"));
        NativeButton open = button(text("keys.all"), "quiet small-button", () -> {});
        open.getElement().setAttribute("data-opens-map", true).setAttribute("aria-controls", "key-map");
        open.addComponentAsFirst(key("?"));
        keys = new KeyBar(open);
        carried = new CarriedEntries(first, desk);
        // Where the focus goes when nothing beside its old place is left.
        var main = new Main(gone, lobby, question, sheet, debrief, end, notice());
        main.getElement().setAttribute("tabindex", "-1");
        call = new LiveCall(first.view().id());
        longOver = longOver(first);
        first.exchange()
                .filter(_ -> !first.firstHalf())
                .ifPresent(exchange -> call.after(exchange.first().id()));
        var right = part("div", "right", call, meeting, aside);
        HtmlContainer here = part("interview-here", "sr-only", "");
        here.getElement()
                .setAttribute("interview", first.view().id().toString())
                .setAttribute("data-zone", first.person().zone().getId());
        root.add(here, bar, part("div", "columns", agenda, main, right), map, carried, keys, spoken);
        show(first);
    }

    /** Whether the console opens so long after the interview that nobody talks any more; whoever is in a call keeps it. */
    private static boolean longOver(Screen screen) {
        return screen.phase() == Phase.PUBLISHED
                && screen.view()
                        .finishedAt()
                        .filter(end -> end.plus(Calls.AFTER_PUBLICATION).isBefore(screen.now()))
                        .isPresent();
    }

    /** What the browser itself says about a key. */
    private static HtmlContainer notice() {
        HtmlContainer notice = part("interview-notice", "said", "");
        notice.getElement()
                .setAttribute("data-no-field", text("keys.no-field"))
                .setAttribute("data-gone", text("keys.field-gone"))
                .setAttribute("data-offline", text("keys.offline", "{0}"));
        return notice;
    }

    void show(Screen screen) {
        Phase phase = screen.phase();
        boolean held = screen.view().course().isPresent();
        Optional<Question> shown = screen.question();
        boolean preparing = phase == Phase.SCHEDULED && screen.arrival() == Arrival.PREPARING;
        Optional<URI> link = screen.view().setup().meetingLink();
        show(call, link.isEmpty() && phase != Phase.CANCELLED && !preparing && !longOver);
        meeting.show(link.filter(_ -> !preparing));
        clock(screen);
        Optional<DebriefScreen> talk = screen.talk();
        root.getElement()
                .setAttribute("data-phase", phase.name())
                .setAttribute("server-now", Long.toString(screen.now().toEpochMilli()));
        show(lobby, phase == Phase.SCHEDULED);
        show(end, phase == Phase.CANCELLED);
        root.getElement().setAttribute("data-talk", talk.isPresent());
        show(agenda, held && talk.isEmpty());
        show(question, shown.isPresent());
        show(sheet, held && shown.isEmpty() && talk.isEmpty());
        show(debrief, talk.isPresent());
        show(aside, held && talk.isEmpty());
        show(probes, shown.isPresent());
        show(evidence, !screen.observes());
        bar.show(screen);
        gone.show(screen);
        keys.show(screen);
        spoken.show(screen);
        carried.show(screen);
        if (phase == Phase.SCHEDULED) {
            lobby.show(screen);
        }
        if (phase == Phase.CANCELLED) {
            end.show(screen, rematch.isFor(screen));
        }
        talk.ifPresent(debrief::show);
        if (held) {
            agenda.show(screen);
            evidence.show(screen);
            shown.ifPresentOrElse(
                    one -> {
                        question.show(screen, one);
                        probes.show(screen, one);
                    },
                    () -> sheet.show(screen));
        }
        follow(screen);
    }

    /** Before the start the clock alone changes what is shown: the page asks for it then. */
    private void clock(Screen screen) {
        Optional<Instant> changes = screen.phase() == Phase.SCHEDULED
                ? Arrival.changes(screen.view().setup().startsAt(), screen.now())
                : Optional.empty();
        changes.ifPresentOrElse(
                at -> root.getElement().setAttribute("changes-at", Long.toString(at.toEpochMilli())),
                () -> root.getElement().removeAttribute("changes-at"));
    }

    /** When the work moves to the sheet, or on it, the focus goes along; opening the page leaves it alone. */
    private void follow(Screen screen) {
        String now = screen.phase() + " " + screen.view().sheet().locked() + " "
                + screen.shown().isPresent() + " "
                + screen.talk().map(talk -> talk.debrief().open());
        boolean moved = !stage.isEmpty() && !stage.equals(now);
        stage = now;
        if (moved && screen.talk().isPresent()) {
            Focus.on(debrief, ".debrief-panel h2");
        } else if (moved && screen.shown().isEmpty() && screen.view().course().isPresent()) {
            sheet.takeFocus(screen);
        }
    }

    private static void show(Component part, boolean shown) {
        part.getElement().setAttribute("hidden", !shown);
    }
}
