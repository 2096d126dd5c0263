package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.part;
import static org.threeshift.interviewer.shell.Parts.span;
import static org.threeshift.interviewer.shell.Parts.write;
import static org.threeshift.interviewer.shell.Texts.name;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Optional;
import org.threeshift.core.bank.Question;

/** What a strategic answer holds. */
final class GuidePanel extends Section {
    private final UnorderedList holds = new UnorderedList();
    private final Paragraph example = new Paragraph();
    private final Paragraph why = new Paragraph();
    private Optional<Question> shown = Optional.empty();

    GuidePanel() {
        addClassName("guide-card");
        setAriaLabel(text("guide.strategic"));
        add(
                new H3(text("guide.strategic")),
                holds,
                details(text("guide.example"), example),
                details(text("guide.why"), why));
    }

    void show(Question question) {
        if (shown.filter(question::equals).isPresent()) {
            return;
        }
        shown = Optional.of(question);
        holds.removeAll();
        question.strategicAnswer().holds().forEach(held -> holds.add(new ListItem(held)));
        write(example, question.strategicAnswer().example());
        why.removeAll();
        why.add(span("", question.why()), part("br", ""), span("muted", text("guide.skill", name(question.skill()))));
    }

    private static NativeDetails details(String summary, Paragraph content) {
        var details = new NativeDetails(summary, content);
        details.addClassName("more");
        return details;
    }
}
