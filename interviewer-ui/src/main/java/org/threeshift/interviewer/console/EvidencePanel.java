package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.span;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.threeshift.core.interview.model.Evidence;
import org.threeshift.core.interview.model.EvidenceId;

/** The notes of what was said: on the shown question, or all of them beside the sheet. */
final class EvidencePanel extends Section {
    private final Desk desk;
    private final OrderedList list = new OrderedList();
    private final Span none = span("muted small", text("evidence.none"));
    private final SaidLine said = new SaidLine(Place.EVIDENCE);
    private final NoteField field;
    private final LeftNotes leftOver = new LeftNotes();
    private final Map<EvidenceId, EvidenceRow> rows = new LinkedHashMap<>();

    EvidencePanel(Screen first, Desk desk) {
        this.desk = desk;
        addClassName("evidence");
        setAriaLabel(text("evidence.heading"));
        list.addClassName("notes");
        field = new NoteField(first, desk);
        add(new H2(text("evidence.heading")), none, list, said, field, left(), leftOver);
    }

    /** Notes that this browser alone has and that no sheet takes any more. The browser fills them in. */
    private static Div left() {
        var left = new Div();
        left.addClassName("note-left");
        left.getElement().setAttribute("data-left", text("draft.left")).setAttribute("data-drop", text("draft.drop"));
        return left;
    }

    void show(Screen screen) {
        List<Evidence> notes = screen.evidence();
        List<EvidenceId> ids = notes.stream().map(Evidence::id).toList();
        List.copyOf(rows.keySet()).stream().filter(id -> !ids.contains(id)).forEach(id -> list.remove(rows.remove(id)));
        boolean added = false;
        for (int index = 0; index < notes.size(); index++) {
            Evidence note = notes.get(index);
            EvidenceRow row = rows.get(note.id());
            if (row == null) {
                row = new EvidenceRow(note, screen.drafts(), desk);
                rows.put(note.id(), row);
                list.addComponentAtIndex(index, row);
                added = true;
            }
            row.show(screen, note);
        }
        if (added) {
            list.getElement().executeJs("this.lastElementChild?.scrollIntoView({ block: 'nearest' })");
        }
        none.getElement().setAttribute("hidden", !notes.isEmpty());
        said.show(screen);
        field.show(screen);
        leftOver.show(screen);
    }
}
