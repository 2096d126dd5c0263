package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.key;
import static org.threeshift.interviewer.shell.Parts.part;
import static org.threeshift.interviewer.shell.Parts.span;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.NativeButton;
import org.threeshift.core.interview.Phase;

/** The keys that matter now, and whether the last thing is saved. */
final class KeyBar extends Footer {
    private final SavedLine saved = new SavedLine();
    private final WaitingLine waiting = new WaitingLine();
    private final HtmlContainer scoring = part(
            "div",
            "keys",
            hint("keys.level", "1", "–", "5", "0"),
            hint("keys.note", "n"),
            hint("keys.trap", "v", "f", "r"),
            hint("keys.undo", "Ctrl", "Z"));
    private final HtmlContainer probing = hint("keys.probe", "p", "h", "j");
    private final HtmlContainer asking = part("div", "keys", probing, hint("keys.height", "s", "a", "m"));

    private final HtmlContainer talking = part(
            "div",
            "keys",
            hint("keys.gap", "[", "]"),
            hint("keys.word", "w"),
            hint("keys.confirm", "c"),
            hint("keys.sheet", "l"));

    KeyBar(NativeButton map) {
        addClassName("key-bar");
        add(waiting, scoring, asking, talking, part("div", "key-bar-end", saved, map));
    }

    void show(Screen screen) {
        saved.show(screen);
        scoring.getElement().setAttribute("hidden", !screen.writable());
        talking.getElement()
                .setAttribute(
                        "hidden",
                        screen.talk()
                                .filter(talk -> talk.debrief().open() && talk.takesPart())
                                .isEmpty());
        asking.getElement()
                .setAttribute("hidden", screen.phase() != Phase.LIVE || !screen.onTable() || screen.observes());
        probing.getElement().setAttribute("hidden", !screen.counts());
    }

    private static HtmlContainer hint(String words, String... keys) {
        HtmlContainer hint = part("span", "hint");
        for (String one : keys) {
            hint.add(one.equals("–") ? span("", one) : key(one));
        }
        hint.add(span("", text(words)));
        return hint;
    }
}
