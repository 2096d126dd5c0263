package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.button;
import static org.threeshift.interviewer.shell.Parts.part;
import static org.threeshift.interviewer.shell.Parts.span;
import static org.threeshift.interviewer.shell.Parts.write;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import org.threeshift.core.interview.model.Course;
import org.threeshift.core.interview.model.Evidence;

/** One note: read it, change its words, or withdraw it. */
final class EvidenceRow extends ListItem {
    private final HtmlContainer time = part("time", "num muted", "");
    private final Span about = span("about muted xs", "");
    private final Span words = span("words", "");
    private final TextField edit = TextField.area(text("evidence.edit-label"));
    private final Unsaved unsaved = new Unsaved();
    private final HtmlContainer reading;
    private final HtmlContainer editing;
    private final HtmlContainer tools;
    private final NativeButton promise;
    private boolean promised;

    EvidenceRow(Evidence note, String drafts, Desk desk) {
        addClassName("note");
        edit.getElement().setAttribute("data-submit", true);
        edit.keptAs("threeshift.edit:" + drafts + "." + note.id().value());
        promise = button(
                text("evidence.promise"),
                "quiet small-button promise",
                () -> desk.act(now -> now.notes().promise(note.id(), !promised)));
        promise.getElement().setAttribute("title", text("evidence.promise.label"));
        tools = part(
                "span",
                "tools",
                promise,
                button(text("evidence.edit"), "quiet small-button", this::begin),
                button(
                        text("evidence.withdraw"),
                        "quiet small-button",
                        () -> desk.act(now -> now.notes().withdraw(note.id()))));
        reading = part("div", "reading", about, words, unsaved, tools);
        editing = part(
                "div",
                "editing",
                edit,
                button(
                        text("evidence.save"),
                        "small-button submit",
                        () -> desk.act(now -> {
                            Screen screen = now.notes().revise(note.id(), edit.getValue());
                            if (screen.said().isEmpty()) {
                                leave();
                            }
                            return screen;
                        })),
                button(text("evidence.leave"), "quiet small-button leave", this::leave));
        add(time, reading, editing);
        edit(false);
    }

    void show(Screen screen, Evidence note) {
        screen.view()
                .course()
                .map(Course::startedAt)
                .ifPresent(start -> write(time, Times.clock(Duration.between(start, note.at()))));
        // Beside the sheet the notes of all questions stand together.
        write(about, screen.title(note.questionId()));
        about.getElement().setAttribute("hidden", screen.shown().isPresent());
        write(words, note.text());
        promised = note.promise();
        promise.getElement().setAttribute("aria-pressed", Boolean.toString(promised));
        getElement().getClassList().set("promised", promised);
        unsaved.show(screen.unsaved(note));
        tools.getElement().setAttribute("hidden", !screen.sheetOpen());
    }

    private void begin() {
        edit.setValue(words.getText());
        // What was typed before a crash.
        edit.bringBack();
        edit(true);
        edit.focus();
    }

    private void leave() {
        edit.forget();
        edit(false);
    }

    private void edit(boolean on) {
        reading.getElement().setAttribute("hidden", on);
        editing.getElement().setAttribute("hidden", !on);
    }
}
