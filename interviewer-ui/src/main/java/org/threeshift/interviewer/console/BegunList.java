package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.button;
import static org.threeshift.interviewer.shell.Parts.part;
import static org.threeshift.interviewer.shell.Parts.span;
import static org.threeshift.interviewer.shell.Parts.write;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** Notes that were begun, each to be handed in or given up before the sheet locks. */
final class BegunList extends Div {
    private final Desk desk;
    private final H3 heading = new H3();
    private final UnorderedList list = new UnorderedList();
    private List<Words> shown = List.of();

    BegunList(Desk desk) {
        this.desk = desk;
        addClassNames("notice", "warn", "begun");
        list.addClassName("plain");
        add(new Div(heading, span("small", text("begun.lead")), list));
    }

    void show(Screen screen) {
        List<Words> now = screen.keepFromLocking();
        getElement().setAttribute("hidden", now.isEmpty());
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        write(heading, text("begun.heading", now.size()));
        list.removeAll();
        now.forEach(words -> list.add(line(words, screen)));
    }

    private ListItem line(Words words, Screen screen) {
        Span said = span("words", words.text());
        said.setId("begun-" + words.note());
        NativeButton handIn = button(
                text("begun.hand-in"), "small-button", () -> NoteField.handIn(this, BegunNotes.json(words, screen)));
        NativeButton discard = button(text("draft.drop"), "quiet small-button", () -> {
            NoteField.forget(this, words.note());
            desk.act(now -> now.notes().discard(words.note()));
        });
        handIn.getElement().setAttribute("aria-describedby", "begun-" + words.note());
        discard.getElement().setAttribute("aria-describedby", "begun-" + words.note());
        return new ListItem(
                span("about muted xs", screen.title(words.questionId())), said, part("span", "row", handIn, discard));
    }
}
