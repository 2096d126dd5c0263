package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.key;
import static org.threeshift.interviewer.shell.Parts.part;
import static org.threeshift.interviewer.shell.Parts.span;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.threeshift.core.interview.model.AgendaItem;
import org.threeshift.core.interview.model.Limits;

/**
 * Where a note is written. The browser keeps what is typed, and every note that was handed in, until it learns that the note
 * is saved: a reload or a lost network loses nothing.
 */
@Tag("interview-note")
final class NoteField extends HtmlContainer {
    private static final String NOTE = "event.detail.note";
    private static final String QUESTION = "event.detail.question";
    private static final String WORDS = "event.detail.words";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Set<UUID> handedIn = new HashSet<>();
    private final HtmlContainer area = new HtmlContainer("textarea");

    /** @param drafts see {@link Screen#drafts} */
    NoteField(String drafts, Desk desk) {
        getElement().setAttribute("drafts", drafts);
        area.addClassName("input");
        area.getElement()
                .setAttribute("rows", "3")
                .setAttribute("maxlength", Integer.toString(Limits.EVIDENCE_CHARACTERS))
                .setAttribute("aria-describedby", "note-hint")
                .setAttribute("placeholder", text("evidence.placeholder"));
        var label = part("label", "note-label", part("span", "", span("", text("evidence.note")), key("n")), area);
        var about = span("note-about xs", "");
        about.getElement().setAttribute("data-about", text("evidence.about")).setAttribute("hidden", true);
        var hint = span("xs muted", text("evidence.hint"));
        hint.setId("note-hint");
        add(label, about, hint);
        getElement()
                .addEventListener("note", event -> {
                    String id = event.getEventData().get(NOTE).asString();
                    String question = event.getEventData().get(QUESTION).asString();
                    String words = event.getEventData().get(WORDS).asString();
                    if (ID.matcher(id).matches()) {
                        desk.act(now -> keep(now, UUID.fromString(id), question, words));
                    }
                })
                .addEventData(NOTE)
                .addEventData(QUESTION)
                .addEventData(WORDS);
    }

    private Screen keep(ConsolePresenter presenter, UUID note, String question, String words) {
        handedIn.add(note);
        return presenter.notes().note(note, question, words);
    }

    /** Tells the browser what became of what it handed in. */
    private void answer(Screen screen) {
        handedIn.removeIf(note -> switch (screen.note(note)) {
            case WAITING -> false;
            case KEPT -> tell("confirmed", note);
            case REFUSED -> tell("refused", note);
        });
    }

    private boolean tell(String news, UUID note) {
        getElement().callJsFunction(news, note.toString());
        return true;
    }

    void show(Screen screen) {
        answer(screen);
        getElement()
                .setAttribute(
                        "question", screen.shown().map(AgendaItem::questionId).orElse(""));
        getElement()
                .setAttribute(
                        "question-title", screen.shown().map(AgendaItem::title).orElse(""));
        getElement().setAttribute("hidden", !screen.writable());
    }
}
