package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.key;
import static org.threeshift.interviewer.shell.Parts.part;
import static org.threeshift.interviewer.shell.Parts.span;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.DomEvent;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.AgendaItem;
import org.threeshift.core.interview.model.Limits;

/**
 * Where a note is written. What is typed goes to the server while it is typed, and the browser keeps what the server does not
 * have yet: a crash, a reload, a lost network or a database that is away loses no character.
 */
@Tag("interview-note")
final class NoteField extends HtmlContainer {
    private static final String IN_CONSOLE = "this.closest('interview-console').querySelector('interview-note')";
    private static final String NOTE = "event.detail.note";
    private static final String QUESTION = "event.detail.question";
    private static final String WORDS = "event.detail.words";
    private static final String REVISION = "event.detail.revision";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** What was handed in and not answered yet. */
    private final Set<UUID> handedIn = new HashSet<>();

    private final HtmlContainer area = new HtmlContainer("textarea");

    NoteField(Screen first, Desk desk) {
        getElement()
                .setAttribute("drafts", first.drafts())
                .setAttribute("zone", first.person().zone().getId())
                .setAttribute("data-most", Integer.toString(Limits.EVIDENCE_CHARACTERS))
                .setAttribute("begun", BegunNotes.json(first));
        area.addClassName("input");
        area.getElement()
                .setAttribute("rows", "3")
                .setAttribute("aria-describedby", "note-hint")
                .setAttribute("placeholder", text("evidence.placeholder"));
        var label = part("label", "note-label", part("span", "", span("", text("evidence.note")), key("n")), area);
        var about = span("note-about xs", "");
        about.getElement().setAttribute("data-about", text("evidence.about")).setAttribute("hidden", true);
        var hint = span("xs muted", text("evidence.hint"));
        hint.setId("note-hint");
        add(offers(), label, about, state(), hint);
        getElement()
                .addEventListener("note", event -> words(event, words -> desk.act(now -> keep(now, words))))
                .addEventData(NOTE)
                .addEventData(QUESTION)
                .addEventData(WORDS)
                .addEventData(REVISION);
        getElement()
                .addEventListener("draft", event -> words(event, words -> desk.act(now -> draft(now, words))))
                .addEventData(NOTE)
                .addEventData(QUESTION)
                .addEventData(WORDS)
                .addEventData(REVISION);
    }

    /** Notes that were not handed in. The browser, which knows of more than the server, fills them in. */
    private static Div offers() {
        var offers = new Div();
        offers.addClassName("note-offers");
        offers.getElement()
                .setAttribute("data-found", text("draft.found"))
                .setAttribute("data-take", text("draft.take"))
                .setAttribute("data-drop", text("draft.drop"));
        return offers;
    }

    private static HtmlContainer state() {
        HtmlContainer state = part("span", "note-state xs", "");
        state.getElement()
                .setAttribute("data-kept", text("draft.kept"))
                .setAttribute("data-kept-only", text("draft.kept-only"))
                .setAttribute("data-long", text("draft.too-long", "{0}", Limits.EVIDENCE_CHARACTERS));
        return state;
    }

    /** Hands a note in that was begun, with the newest words that this browser has of it. */
    static void handIn(Component part, String note) {
        part.getElement().executeJs(IN_CONSOLE + ".handIn(JSON.parse($0))", note);
    }

    /** A note that was begun is given up: the browser need not keep it. */
    static void forget(Component part, UUID note) {
        part.getElement().executeJs(IN_CONSOLE + ".gone($0)", note.toString());
    }

    private static void words(DomEvent event, java.util.function.Consumer<Words> action) {
        String id = event.getEventData().get(NOTE).asString();
        if (ID.matcher(id).matches()) {
            action.accept(new Words(
                    UUID.fromString(id),
                    event.getEventData().get(QUESTION).asString(),
                    event.getEventData().get(WORDS).asString(),
                    event.getEventData().get(REVISION).asLong(1)));
        }
    }

    private Screen keep(ConsolePresenter presenter, Words words) {
        handedIn.add(words.note());
        return presenter.notes().note(words.note(), words.questionId(), words.text());
    }

    private Screen draft(ConsolePresenter presenter, Words words) {
        UI ui = UI.getCurrent();
        return presenter
                .notes()
                .draft(
                        words,
                        state -> ui.accessLater(() -> tell(presenter, words, state), () -> {})
                                .run());
    }

    private void tell(ConsolePresenter presenter, Words words, DraftState state) {
        String note = words.note().toString();
        switch (state) {
            case DraftState.Saved(var at) ->
                getElement()
                        .callJsFunction(
                                "drafted",
                                note,
                                (double) words.revision(),
                                text(
                                        "draft.saved",
                                        Times.second(at, presenter.person().zone())));
            case DraftState.Waiting() -> getElement().callJsFunction("undrafted", note, true);
            case DraftState.Refused() -> getElement().callJsFunction("undrafted", note, false);
            case DraftState.Closed() -> getElement().callJsFunction("closed", note);
            case DraftState.HandedIn() -> getElement().callJsFunction("goesOn", note);
        }
    }

    /** Tells the browser what became of what it handed in. */
    private void answer(Screen screen) {
        handedIn.removeIf(note -> switch (screen.note(note)) {
            case WAITING -> false;
            case KEPT -> answer("confirmed", note);
            case REFUSED -> answer("refused", note);
        });
    }

    private boolean answer(String news, UUID note) {
        getElement().callJsFunction(news, note.toString());
        return true;
    }

    void show(Screen screen) {
        boolean over = screen.phase() != Phase.LIVE;
        answer(screen);
        getElement()
                .setAttribute(
                        "question", screen.shown().map(AgendaItem::questionId).orElse(""));
        getElement()
                .setAttribute(
                        "question-title", screen.shown().map(AgendaItem::title).orElse(""));
        getElement().setAttribute("hidden", !screen.writable()).setAttribute("closed", over && !screen.sheetOpen());
    }
}
