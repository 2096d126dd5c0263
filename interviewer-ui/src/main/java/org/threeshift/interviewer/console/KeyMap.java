package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.button;
import static org.threeshift.interviewer.shell.Parts.part;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.List;

/** All keys, in an overlay beside which the interview goes on. Opens and closes in the browser alone. */
final class KeyMap extends Div {
    private record Line(String keys, String words) {}

    private static final List<Line> LINES = List.of(
            new Line("1 – 5", "keys.map.level"),
            new Line("0", "keys.map.not-observed"),
            new Line("↑ ↓", "keys.map.shift"),
            new Line("← →", "keys.map.choice"),
            new Line("n", "keys.map.note"),
            new Line("t", "keys.map.trap"),
            new Line("T", "keys.map.next-trap"),
            new Line("p", "keys.map.probe"),
            new Line("h", "keys.map.held"),
            new Line("s a m", "keys.map.height"),
            new Line("] .", "keys.map.next"),
            new Line("[ ,", "keys.map.before"),
            new Line("o", "keys.map.pose"),
            new Line("x", "keys.map.close"),
            new Line("g", "keys.map.agenda"),
            new Line("l", "keys.map.sheet"),
            new Line("b", "keys.map.start"),
            new Line("] [", "keys.map.gap"),
            new Line("w", "keys.map.word"),
            new Line("c", "keys.map.confirm"),
            new Line("?", "keys.map.map"),
            new Line("Esc", "keys.map.escape"));

    KeyMap() {
        setId("key-map");
        addClassName("key-map");
        getElement()
                .setAttribute("role", "dialog")
                .setAttribute("aria-modal", "false")
                .setAttribute("aria-labelledby", "key-map-heading")
                .setAttribute("tabindex", "-1")
                .setAttribute("hidden", true);
        var heading = new H2(text("keys.map.heading"));
        heading.setId("key-map-heading");
        var close = button(text("keys.map.leave"), "quiet small-button", () -> {});
        close.getElement().setAttribute("data-closes-map", true);
        var list = part("dl", "");
        for (Line line : LINES) {
            var keys = part("dt", "");
            for (String one : line.keys().split(" ")) {
                keys.add(part(one.equals("–") ? "span" : "kbd", "", one));
            }
            list.add(part("div", "", keys, part("dd", "", text(line.words()))));
        }
        add(part("div", "key-map-top", heading, close), list);
    }
}
