package org.threeshift.interviewer.debrief;

import static org.threeshift.interviewer.shell.Parts.part;
import static org.threeshift.interviewer.shell.Parts.span;
import static org.threeshift.interviewer.shell.Texts.name;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.OrderedList;
import java.util.ArrayList;
import java.util.List;
import org.threeshift.core.interview.DebriefView.Topic;

/** A dot a gap and a bar for the sentence. They lead there for whoever takes part. */
final class StepDots extends OrderedList {
    private final DebriefDesk desk;
    private final List<HtmlContainer> dots = new ArrayList<>();
    private boolean asButtons;

    StepDots(DebriefDesk desk) {
        this.desk = desk;
        addClassName("debrief-steps");
        getElement().setAttribute("aria-label", text("debrief.steps"));
    }

    void show(DebriefScreen screen) {
        List<Topic> topics = screen.debrief().topics();
        boolean buttons = screen.takesPart() && screen.debrief().open();
        if (dots.size() != topics.size() + 1 || buttons != asButtons) {
            build(topics, buttons);
        }
        for (int step = 0; step < dots.size(); step++) {
            HtmlContainer dot = dots.get(step);
            boolean now = screen.debrief().open() && step == screen.debrief().step();
            dot.setClassName(
                    "done", step < screen.debrief().step() || !screen.debrief().open());
            if (now) {
                dot.getElement().setAttribute("aria-current", "step");
            } else {
                dot.getElement().removeAttribute("aria-current");
            }
        }
    }

    private void build(List<Topic> topics, boolean buttons) {
        asButtons = buttons;
        removeAll();
        dots.clear();
        for (int step = 0; step <= topics.size(); step++) {
            int to = step;
            String words = step < topics.size()
                    ? text(
                            "debrief.step-gap",
                            step + 1,
                            topics.get(step).title(),
                            name(topics.get(step).shift()))
                    : text("debrief.step-sentence");
            HtmlContainer dot =
                    part(buttons ? "button" : "span", step < topics.size() ? "debrief-step" : "debrief-step last");
            dot.add(span("sr-only", words));
            dot.getElement().setAttribute("title", words);
            if (buttons) {
                dot.getElement().setAttribute("type", "button").addEventListener("click", _ -> desk.move(to));
            }
            dots.add(dot);
            add(part("li", "", dot));
        }
    }
}
