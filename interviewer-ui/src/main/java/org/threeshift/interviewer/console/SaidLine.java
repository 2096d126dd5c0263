package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.write;

import com.vaadin.flow.component.html.Paragraph;

/** Says, at one place, why something was not done. A screen reader hears it from {@link SpokenLine}. */
final class SaidLine extends Paragraph {
    private final Place place;

    SaidLine(Place place) {
        this.place = place;
        addClassName("said");
        getElement().setAttribute("hidden", true);
    }

    void show(Screen screen) {
        String sentence = screen.said(place).orElse("");
        write(this, sentence);
        getElement().setAttribute("hidden", sentence.isEmpty());
    }
}
