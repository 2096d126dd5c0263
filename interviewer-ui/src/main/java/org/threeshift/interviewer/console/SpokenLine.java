package org.threeshift.interviewer.console;

import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.Tag;
import java.util.Optional;

/** The one place from which a screen reader hears the console. It waits for a pause in what it reads, and repeats nothing. */
@Tag("interview-spoken")
final class SpokenLine extends HtmlComponent {
    private Optional<Screen> before = Optional.empty();
    private int number;

    SpokenLine() {
        addClassName("sr-only");
        getElement().setAttribute("role", "status");
    }

    void show(Screen now) {
        before.map(shown -> Announcement.of(shown, now))
                .filter(words -> !words.isEmpty())
                .ifPresent(this::say);
        before = Optional.of(now);
    }

    /** The number makes the browser say the same words twice. */
    private void say(String words) {
        getElement().setAttribute("words", ++number + " " + words);
    }
}
