package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.button;
import static org.threeshift.interviewer.shell.Parts.key;
import static org.threeshift.interviewer.shell.Parts.marker;
import static org.threeshift.interviewer.shell.Parts.part;
import static org.threeshift.interviewer.shell.Parts.shiftClass;
import static org.threeshift.interviewer.shell.Parts.span;
import static org.threeshift.interviewer.shell.Parts.write;
import static org.threeshift.interviewer.shell.Texts.name;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.threeshift.core.bank.Question;
import org.threeshift.core.interview.model.Course.Height;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;

/** One shift of the shown question: its anchors as a radio group, and the moment at which the leader's side was reached. */
final class ShiftScale extends Div {
    private static final Level[] ORDER = {Level.ONE, Level.TWO, Level.THREE, Level.FOUR, Level.FIVE, Level.NOT_OBSERVED
    };

    /** One level of the scale on the screen. */
    private record Option(Level level, Choice choice, Span anchor) {}

    private final Shift shift;
    private final List<Option> options = new ArrayList<>();
    private final Div levels = new Div();
    private final Span unprobed = span("muted xs", text("scale.not-probed"));
    private final Span reached = span("reached num", "");
    private final NativeButton reach;
    private final Unsaved unsaved = new Unsaved();

    ShiftScale(Shift shift, Desk desk) {
        this.shift = shift;
        addClassNames("scale", shiftClass(shift));
        getElement().setAttribute("data-name", name(shift));
        HtmlContainer heading = part(
                "h3", "", marker(shift), span("", name(shift)), span("muted", text("scale.from-to." + shift.name())));
        heading.setId("scale-" + shift.name());
        reach = button(
                text("scale.reach"),
                "quiet small-button",
                () -> desk.act(now -> now.scoring().markHeight(shift)));
        reach.add(span("sr-only", text("scale.reach-label", name(shift))), key(Keys.of(shift)));
        add(part("div", "scale-top", heading, unsaved, unprobed, reached, reach), levels);
        levels.addClassName("levels");
        levels.getElement().setAttribute("role", "radiogroup").setAttribute("aria-labelledby", "scale-" + shift.name());
        for (Level level : ORDER) {
            Span anchor = span("anchor", "");
            var choice = new Choice(
                    "level-" + shift.name(),
                    Integer.toString(level.key()),
                    level == Level.NOT_OBSERVED ? "level none" : "level",
                    () -> desk.act(now -> now.scoring().rate(shift, level)),
                    span("num strong", Integer.toString(level.key())),
                    anchor);
            options.add(new Option(level, choice, anchor));
            levels.add(choice);
        }
        levels.getElement().addEventListener("focusin", _ -> desk.act(now -> now.look(shift)));
    }

    void show(Screen screen) {
        Optional<Map<Level, String>> words =
                screen.question().map(Question::anchors).flatMap(all -> Optional.ofNullable(all.get(shift)));
        boolean probed = words.isPresent();
        boolean current = probed && screen.currentShift().filter(shift::equals).isPresent();
        getElement().setAttribute("data-current", current);
        getElement().setAttribute("data-unprobed", !probed);
        levels.getElement().setAttribute("hidden", !probed);
        unprobed.getElement().setAttribute("hidden", probed);
        showHeight(screen, probed);
        unsaved.show(probed
                && (screen.unsaved(shift)
                        || height(screen).filter(screen::unsaved).isPresent()));
        for (Option option : options) {
            write(
                    option.anchor(),
                    words.map(map -> map.getOrDefault(option.level(), ""))
                            .filter(found -> !found.isEmpty())
                            .orElseGet(() -> text("scale.not-observed")));
            option.choice()
                    .show(screen.level(shift).filter(option.level()::equals).isPresent(), screen.writable());
            if (screen.said().isPresent()) {
                option.choice().insist();
            }
        }
    }

    private Optional<Height> height(Screen screen) {
        return screen.posed().stream()
                .flatMap(posed -> posed.heights().stream())
                .filter(one ->
                        one.shift() == shift && one.by().equals(screen.person().id()))
                .findFirst();
    }

    private void showHeight(Screen screen, boolean probed) {
        Optional<Height> height = height(screen);
        write(
                reached,
                height.map(one -> text("scale.reached", Times.clock(one.after())))
                        .orElse(""));
        reached.getElement().setAttribute("hidden", height.isEmpty());
        reach.getElement().setAttribute("hidden", !probed || height.isPresent() || !screen.onTable());
    }
}
