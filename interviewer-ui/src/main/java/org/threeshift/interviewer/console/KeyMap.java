package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.button;
import static org.threeshift.interviewer.shell.Parts.part;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** All keys, in an overlay beside which the interview goes on. Opens and closes in the browser alone. */
final class KeyMap extends Div {
    /**
     * Some keys with one meaning.
     *
     * @param shown how the keys are written
     * @param keys  as browsers name them
     */
    record Line(String shown, Set<String> keys, String words) {
        private static Line of(String words, String... keys) {
            return new Line(String.join(" ", keys), Set.of(keys), words);
        }
    }

    private record Group(String heading, List<Line> lines) {}

    private static final List<Group> GROUPS = List.of(
            new Group(
                    "keys.map.scoring",
                    List.of(
                            new Line("1 – 5", Set.of("1", "2", "3", "4", "5"), "keys.map.level"),
                            Line.of("keys.map.not-observed", "0"),
                            new Line("↑ ↓", Set.of("ArrowUp", "ArrowDown"), "keys.map.shift"),
                            new Line("← →", Set.of("ArrowLeft", "ArrowRight"), "keys.map.choice"),
                            Line.of("keys.map.trap", "v", "f", "r"),
                            Line.of("keys.map.next-trap", "t"),
                            Line.of("keys.map.probe", "p"),
                            Line.of("keys.map.held", "h", "j"),
                            Line.of("keys.map.height", "s", "a", "m"),
                            Line.of("keys.map.note", "n"),
                            new Line("Ctrl Z", Set.of(Keys.UNDO), "keys.map.undo"))),
            new Group(
                    "keys.map.course",
                    List.of(
                            Line.of("keys.map.next", "]", "."),
                            Line.of("keys.map.before", "[", ","),
                            Line.of("keys.map.pose", "o"),
                            Line.of("keys.map.close", "x"),
                            Line.of("keys.map.pause", "q"),
                            Line.of("keys.map.agenda", "g"),
                            Line.of("keys.map.skip", "k"),
                            Line.of("keys.map.move", "u", "d"),
                            Line.of("keys.map.add", "+"),
                            Line.of("keys.map.lead", "i"),
                            Line.of("keys.map.sheet", "l"),
                            Line.of("keys.map.start", "b"),
                            Line.of("keys.map.end", "e"),
                            Line.of("keys.map.mute", "y"),
                            Line.of("keys.map.map", "?"),
                            new Line("Esc", Set.of("Escape"), "keys.map.escape"))),
            new Group(
                    "keys.map.talk",
                    List.of(
                            Line.of("keys.map.gap", "]", "["),
                            Line.of("keys.map.word", "w"),
                            Line.of("keys.map.confirm", "c"))));

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
        add(part("div", "key-map-top", heading, close));
        GROUPS.forEach(group -> add(new H3(text(group.heading())), list(group)));
    }

    private static com.vaadin.flow.component.HtmlContainer list(Group group) {
        var list = part("dl", "");
        for (Line line : group.lines()) {
            var keys = part("dt", "");
            for (String one : line.shown().split(" ")) {
                keys.add(part(one.equals("–") ? "span" : "kbd", "", one));
            }
            list.add(part("div", "", keys, part("dd", "", text(line.words()))));
        }
        return list;
    }

    /** Every key that is listed, as browsers name it. */
    static Set<String> listed() {
        Set<String> keys = new TreeSet<>();
        GROUPS.forEach(group -> group.lines().forEach(line -> keys.addAll(line.keys())));
        return keys;
    }
}
