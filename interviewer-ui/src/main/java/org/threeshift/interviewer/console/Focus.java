package org.threeshift.interviewer.console;

import com.vaadin.flow.component.Component;

/** Puts the focus where the work goes on, once the browser shows it. */
final class Focus {
    private Focus() {}

    /** @param places selectors within the console; the first one that is in sight takes the focus */
    static void on(Component part, String... places) {
        part.getElement().executeJs("this.closest('interview-console')?.focusOn($0)", String.join("|", places));
    }
}
