package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.button;
import static org.threeshift.interviewer.shell.Parts.marker;
import static org.threeshift.interviewer.shell.Parts.part;
import static org.threeshift.interviewer.shell.Parts.span;
import static org.threeshift.interviewer.shell.Parts.write;
import static org.threeshift.interviewer.shell.Texts.name;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.threeshift.core.bank.Question;
import org.threeshift.core.rubric.Shift;

/** The bank's other questions, to be searched and put on the agenda. Lies beside the interview, which goes on. */
final class AddPanel extends Div {
    private static final String WORDS = "event.target.value";

    private final Desk desk;
    private final HtmlContainer search = new HtmlContainer("input");
    private final UnorderedList found = new UnorderedList();
    private final Span none = span("muted small", text("add.none"));
    private boolean open;
    private String words = "";
    private List<Question> offered = List.of();
    private List<Question> listed = List.of();

    AddPanel(Desk desk) {
        this.desk = desk;
        addClassNames("adding", "beside");
        getElement()
                .setAttribute("role", "group")
                .setAttribute("aria-label", text("add.heading"))
                .setAttribute("hidden", true);
        search.addClassName("input");
        search.getElement()
                .setAttribute("type", "search")
                .setAttribute("autocomplete", "off")
                .addEventListener(
                        "input", event -> look(event.getEventData().get(WORDS).asString()))
                .addEventData(WORDS)
                .debounce(150);
        found.addClassNames("found", "plain");
        var close = button(text("add.leave"), "quiet small-button leave", () -> {
            desk.act(now -> now.course().offer());
            Focus.on(this, ".agenda-add");
        });
        add(
                part("div", "beside-top", new H2(text("add.heading")), close),
                part("label", "stack-s", span("small muted", text("add.search")), search),
                found,
                none);
    }

    void show(Screen screen) {
        getElement().setAttribute("hidden", screen.addable().isEmpty());
        boolean opens = screen.addable().isPresent() && !open;
        open = screen.addable().isPresent();
        if (opens) {
            words = "";
            search.getElement().setProperty("value", "");
            search.getElement().executeJs("this.value = ''");
            Focus.on(this, ".adding input");
        }
        offered = screen.addable().orElse(List.of());
        list();
    }

    private void look(String typed) {
        words = typed;
        list();
    }

    private void list() {
        List<Question> now = QuestionSearch.in(offered, words);
        write(none, text(offered.isEmpty() ? "add.nothing-left" : "add.none"));
        none.getElement().setAttribute("hidden", !open || !now.isEmpty());
        if (!now.equals(listed)) {
            listed = now;
            found.removeAll();
            now.forEach(question -> found.add(new ListItem(line(question))));
        }
    }

    private NativeButton line(Question question) {
        var line = button("", "found-line", () -> {
            desk.act(now -> now.course().add(question));
            Focus.on(this, ".agenda-row[data-question='" + question.id() + "']");
        });
        line.removeClassName("button");
        HtmlContainer shifts = part("span", "found-shifts");
        for (Shift shift : question.shifts()) {
            shifts.add(marker(shift), span("sr-only", name(shift)));
        }
        line.add(
                span("strong", question.title()),
                shifts,
                span("num muted xs", text("agenda.minutes", question.minutes())),
                span("prompt-line muted", question.prompt()));
        return line;
    }
}
