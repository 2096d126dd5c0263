package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.html.Span;

/** Says of something that was entered that it is not saved yet. */
final class Unsaved extends Span {
    Unsaved() {
        super(text("saved.not-yet"));
        addClassName("unsaved");
        show(false);
    }

    void show(boolean unsaved) {
        getElement().setAttribute("hidden", !unsaved);
    }
}
