package org.threeshift.interviewer.counterexample;

import com.vaadin.flow.component.html.NativeButton;

/** A presenter that knows a button. */
final class ButtonPresenter {
    NativeButton button() {
        return new NativeButton("press");
    }
}
