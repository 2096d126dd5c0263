package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.button;
import static org.threeshift.interviewer.shell.Parts.key;
import static org.threeshift.interviewer.shell.Parts.span;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.AgendaItem;

/** What the lead can do with the shown question's place on the agenda: move it, leave it out, or put another one there. */
final class AgendaTools extends Div {
    private final NativeButton up;
    private final NativeButton down;
    private final NativeButton skip;

    AgendaTools(Desk desk) {
        addClassName("agenda-tools");
        getElement().setAttribute("role", "group").setAttribute("aria-label", text("agenda.tools"));
        up = tool("agenda.up", "u", desk, (course, question) -> course.move(question, -1));
        down = tool("agenda.down", "d", desk, (course, question) -> course.move(question, 1));
        skip = tool("agenda.skip", "k", desk, CoursePresenter::skip);
        var add = button(
                text("agenda.add"),
                "quiet small-button agenda-add",
                () -> desk.act(now -> now.course().offer()));
        add.add(key("+"));
        add(up, down, skip, add);
    }

    private static NativeButton tool(
            String label, String key, Desk desk, BiFunction<CoursePresenter, String, Screen> action) {
        var tool = button(
                text(label),
                "quiet small-button",
                () -> desk.act(now -> now.screen()
                        .shown()
                        .map(item -> action.apply(now.course(), item.questionId()))
                        .orElseGet(now::screen)));
        tool.add(span("sr-only", text("agenda.the-shown")), key(key));
        return tool;
    }

    void show(Screen screen) {
        getElement()
                .setAttribute(
                        "hidden", screen.phase() != Phase.LIVE || !screen.view().leads());
        List<AgendaItem> items = screen.view().setup().agenda().items();
        Optional<AgendaItem> shown = screen.shown();
        int at = shown.map(items::indexOf).orElse(-1);
        enable(up, at > 0);
        enable(down, at >= 0 && at < items.size() - 1);
        enable(
                skip,
                shown.filter(item -> screen.posed(item.questionId()).isEmpty() && !screen.skipped(item.questionId()))
                        .isPresent());
    }

    /** Kept in its place and within reach, so that nothing jumps and the focus stays. */
    private static void enable(NativeButton tool, boolean enabled) {
        tool.getElement().setAttribute("aria-disabled", Boolean.toString(!enabled));
    }
}
