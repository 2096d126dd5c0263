package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.span;
import static org.threeshift.interviewer.shell.Parts.write;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.threeshift.core.notes.NoteDraft;

/** Notes that were begun and are on no sheet, because it was locked, or left out, before they were handed in: to be read. */
final class LeftNotes extends Div {
    private final H3 heading = new H3();
    private final UnorderedList list = new UnorderedList();
    private List<NoteDraft> shown = List.of();

    LeftNotes() {
        addClassNames("card", "pad", "left-notes");
        list.addClassName("plain");
        add(heading, span("muted small", text("left.lead")), list);
    }

    void show(Screen screen) {
        List<NoteDraft> now = screen.leftOver();
        getElement().setAttribute("hidden", now.isEmpty());
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        write(heading, text("left.heading", now.size()));
        list.removeAll();
        now.forEach(draft -> list.add(
                new ListItem(span("about muted xs", screen.title(draft.questionId())), span("words", draft.text()))));
    }
}
