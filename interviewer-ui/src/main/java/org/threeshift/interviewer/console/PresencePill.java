package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.html.Span;
import org.threeshift.core.people.PersonId;

/**
 * Whether somebody is here now. The browser fills it in from what it hears every few seconds (here.js): presence is nothing
 * that the log tells.
 */
final class PresencePill extends Span {
    /** Where one stands: beside the name, or alone. */
    enum Words {
        BESIDE_NAME,
        WITH_NAME
    }

    PresencePill(Words words, PersonId person, String name) {
        addClassNames("pill", "presence");
        String key = words == Words.BESIDE_NAME ? "presence.alone." : "presence.named.";
        getElement()
                .setAttribute("data-person", person.toString())
                .setAttribute("data-name", name)
                .setAttribute("data-here", text(key + "here", "{time}", name))
                .setAttribute("data-lost", text(key + "lost", "{time}", name))
                .setAttribute("data-gone", text(key + "gone", "{time}", name))
                .setAttribute("data-away", text(key + "away", "{time}", name));
    }
}
