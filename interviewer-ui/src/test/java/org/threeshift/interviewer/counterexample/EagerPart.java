package org.threeshift.interviewer.counterexample;

import com.vaadin.flow.component.html.Span;

/** A part that sends its words at each look, whether they changed or not. */
final class EagerPart {
    private final Span words = new Span();

    void show(String now) {
        words.setText(now);
    }
}
