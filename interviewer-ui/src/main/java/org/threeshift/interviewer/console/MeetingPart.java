package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.link;
import static org.threeshift.interviewer.shell.Parts.span;
import static org.threeshift.interviewer.shell.Parts.write;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.net.URI;
import java.util.Optional;

/** Instead of the call: the link at which the host lets everybody meet. */
final class MeetingPart extends Section {
    private final H2 where = new H2();
    private final Anchor open = link("", text("meeting.open"), "button primary");
    private Optional<URI> shown = Optional.empty();

    MeetingPart() {
        addClassNames("meeting-part", "stack-s");
        where.setId("meeting-where");
        getElement().setAttribute("aria-labelledby", "meeting-where");
        open.getElement().setAttribute("target", "_blank").setAttribute("rel", "noopener noreferrer");
        open.add(span("sr-only", text("meeting.new-tab")));
        var sentence = new Paragraph(text("meeting.sentence"));
        sentence.addClassNames("small", "muted");
        add(where, sentence, open);
    }

    void show(Optional<URI> meeting) {
        getElement().setAttribute("hidden", meeting.isEmpty());
        if (!meeting.equals(shown)) {
            shown = meeting;
            meeting.ifPresent(address -> {
                write(where, text("meeting.where", address.getHost()));
                open.setHref(address.toString());
            });
        }
    }
}
