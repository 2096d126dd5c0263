package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.key;
import static org.threeshift.interviewer.shell.Texts.name;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.NativeButton;
import java.util.Optional;
import org.threeshift.core.interview.model.Course.Probe;
import org.threeshift.core.rubric.Rung;

/** Held at a rung, or not held: a button that stays pressed, with its key while the key means this rung. */
final class HeldToggle extends NativeButton {
    private final HtmlContainer hint;
    private final boolean value;

    HeldToggle(Rung rung, boolean value, String key, Desk desk) {
        super(
                text(value ? "probe.held" : "probe.not-held"),
                _ -> desk.act(now -> now.scoring().judgeProbe(rung, value)));
        this.hint = key(key);
        this.value = value;
        addClassNames("button", "small-button", "toggle");
        getElement()
                .setAttribute("type", "button")
                .setAttribute("aria-label", text(value ? "probe.held-label" : "probe.not-held-label", name(rung)));
        add(hint);
    }

    /** @param own the probe, when this person asked it: only whoever asked says whether the answer held */
    void show(Optional<Probe> own, boolean live, boolean keyed) {
        boolean pressed = own.flatMap(Probe::held).filter(held -> held == value).isPresent();
        hint.getElement()
                .setAttribute("hidden", !keyed || own.flatMap(Probe::held).isPresent());
        getElement()
                .setAttribute("aria-pressed", Boolean.toString(pressed))
                .setAttribute("hidden", own.isEmpty() || (!live && !pressed))
                .setAttribute("disabled", !live);
    }
}
