package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.link;
import static org.threeshift.interviewer.shell.Parts.write;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;

/** An interview that did not take place. */
final class EndPanel extends Section {
    private final Paragraph reason = new Paragraph();

    EndPanel() {
        addClassNames("lobby", "ended");
        add(
                new H2(text("ended.heading")),
                reason,
                new Paragraph(text("ended.sentence")),
                link("/home", text("lost.home"), "button primary"));
    }

    void show(Screen screen) {
        String why = screen.view().cancelled().orElse("");
        write(reason, why.isEmpty() ? text("ended.no-show") : text("ended.reason", why));
    }
}
