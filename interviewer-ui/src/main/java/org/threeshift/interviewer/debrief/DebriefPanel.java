package org.threeshift.interviewer.debrief;

import static org.threeshift.interviewer.shell.Parts.button;
import static org.threeshift.interviewer.shell.Parts.key;
import static org.threeshift.interviewer.shell.Parts.part;
import static org.threeshift.interviewer.shell.Parts.write;
import static org.threeshift.interviewer.shell.Texts.name;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import org.threeshift.core.interview.DebriefView;

/** The shared screen as interviewers see it, and those who listen with them. */
@JavaScript("context://assets/js/debrief.js")
@StyleSheet("context://assets/css/gap-chart.css")
@StyleSheet("context://assets/css/debrief.css")
public final class DebriefPanel extends Section {
    private final StepDots dots;
    private final HtmlContainer clock = new HtmlContainer("debrief-clock");
    private final TopicPart topic = new TopicPart();
    private final SentencePart sentence;
    private final ClosingPart closing;
    private final Paragraph said = new Paragraph();
    private final Paragraph now = new Paragraph();
    private final NativeButton previous;
    private final NativeButton next;
    private final NativeButton sheet;
    private final HtmlContainer listens = part("p", "small muted", text("debrief.listens"));
    private final Span nextWords = new Span();
    private final HtmlContainer go;
    private final HtmlContainer end;
    private final NativeButton absent;
    private int step;
    private int last;

    /** @param kept under which a browser keeps a wording that is not sent: by interview and person */
    public DebriefPanel(String kept, DebriefDesk desk) {
        addClassNames("debrief", "debrief-panel");
        setAriaLabel(text("debrief.label"));
        dots = new StepDots(desk);
        clock.getElement()
                .setAttribute("role", "timer")
                .setAttribute("aria-label", text("debrief.clock"))
                .setAttribute("data-left", text("debrief.left", "{time}"))
                .setAttribute("data-over", text("debrief.overtime", "{time}"));
        sentence = new SentencePart(kept, desk);
        closing = new ClosingPart(desk);
        said.addClassName("said");
        now.addClassName("sr-only");
        now.getElement().setAttribute("role", "status");
        previous = button(text("debrief.previous"), "", () -> desk.move(step - 1));
        previous.addComponentAsFirst(key("["));
        next = button("", "primary", () -> desk.move(Math.min(step + 1, last)));
        next.add(nextWords, key("]"));
        absent = button("", "", () -> desk.end(true));
        end = part("details", "debrief-end", part("summary", "", text("debrief.end")));
        end.add(part("div", "row", button(text("debrief.end-now"), "", () -> desk.end(false)), absent));
        sheet = button("", "quiet apart", desk::sheet);
        go = part("div", "debrief-go", previous, next, listens, sheet);
        add(part("header", "debrief-top", dots, clock), now, topic, sentence, closing, said, go, end);
    }

    public void show(DebriefScreen screen) {
        DebriefView debrief = screen.debrief();
        boolean open = debrief.open();
        step = debrief.step();
        last = debrief.topics().size();
        dots.show(screen);
        clock.getElement()
                .setAttribute("left", Long.toString(debrief.left(screen.now()).toMillis()));
        show(clock, open && debrief.topic().isPresent());
        show(topic, open && debrief.topic().isPresent());
        debrief.topic().ifPresent(gap -> topic.show(screen, gap));
        show(sentence, open && debrief.topic().isEmpty());
        sentence.show(screen);
        show(closing, !open);
        closing.show(screen);
        write(said, screen.said().orElse(""));
        show(said, screen.said().isPresent());
        write(now, spoken(debrief));
        show(go, open);
        show(listens, !screen.takesPart());
        write(sheet, text(screen.takesPart() ? "debrief.sheet" : "debrief.sheets"));
        show(previous, screen.takesPart() && step > 0);
        show(next, screen.takesPart() && step < last);
        write(nextWords, text(step + 1 == last ? "debrief.to-sentence" : "debrief.next"));
        write(
                absent,
                text(
                        debrief.wording().isPresent() ? "debrief.end-absent-keep" : "debrief.end-absent",
                        screen.candidate()));
        show(absent, !screen.candidateTookPart());
        show(end, open && screen.takesPart());
    }

    private static String spoken(DebriefView debrief) {
        if (!debrief.open()) {
            return text(debrief.agreed() ? "debrief.agreed" : "debrief.over");
        }
        return debrief.topic()
                .map(gap -> text("debrief.step-gap", debrief.step() + 1, gap.title(), name(gap.shift())))
                .orElseGet(() -> text("debrief.step-sentence"));
    }

    private static void show(com.vaadin.flow.component.Component part, boolean shown) {
        part.getElement().setAttribute("hidden", !shown);
    }
}
