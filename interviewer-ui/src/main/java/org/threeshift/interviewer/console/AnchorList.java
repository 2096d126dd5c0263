package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.marker;
import static org.threeshift.interviewer.shell.Parts.part;
import static org.threeshift.interviewer.shell.Parts.span;
import static org.threeshift.interviewer.shell.Texts.name;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.threeshift.core.bank.Question;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;

/** What an answer at each level sounds like, to read along: for whoever watches and has no sheet. */
final class AnchorList extends Div {
    private Optional<Question> shown = Optional.empty();

    AnchorList() {
        addClassName("anchors");
    }

    void show(Question question) {
        if (shown.filter(question::equals).isPresent()) {
            return;
        }
        shown = Optional.of(question);
        removeAll();
        Arrays.stream(Shift.values())
                .filter(question.anchors()::containsKey)
                .forEach(shift -> add(shift(shift, question.anchors().getOrDefault(shift, Map.of()))));
    }

    private static HtmlContainer shift(Shift shift, Map<Level, String> anchors) {
        var heading = new H3();
        heading.add(marker(shift), span("", name(shift)), span("muted", text("scale.from-to." + shift.name())));
        HtmlContainer levels = part("dl", "");
        Arrays.stream(Level.values())
                .filter(anchors::containsKey)
                .forEach(level -> levels.add(part(
                        "div",
                        "",
                        part("dt", "num strong", Integer.toString(level.key())),
                        part("dd", "", anchors.getOrDefault(level, "")))));
        return part("section", "guide-card", heading, levels);
    }
}
