package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.button;
import static org.threeshift.interviewer.shell.Parts.key;
import static org.threeshift.interviewer.shell.Parts.part;
import static org.threeshift.interviewer.shell.Parts.span;
import static org.threeshift.interviewer.shell.Parts.write;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.Arrays;
import java.util.List;
import org.threeshift.core.bank.Question;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.AgendaItem;
import org.threeshift.core.rubric.Shift;

/** The shown question with its guide and the three shifts. */
final class QuestionPanel extends Section {
    private final H2 prompt = new H2();
    private final Span state = span("muted small", "");
    private final Unsaved unsaved = new Unsaved();
    private final Span poseLabel = span("", "");
    private final NativeButton pose;
    private final Span backLabel = span("", "");
    private final NativeButton back;
    private final GuidePanel guide = new GuidePanel();
    private final TrapPanel traps;
    private final List<ShiftScale> scales;
    private final Div scale = new Div();
    private final AnchorList anchors = new AnchorList();
    private final SaidLine said = new SaidLine(Place.SCALE);

    QuestionPanel(Desk desk) {
        addClassName("question");
        setAriaLabel(text("question.label"));
        prompt.addClassName("prompt");
        prompt.getElement().setAttribute("tabindex", "-1");
        pose = button(
                "",
                "",
                () -> desk.act(now -> now.screen()
                        .shown()
                        .map(AgendaItem::questionId)
                        .map(now.course()::pose)
                        .orElseGet(now::screen)));
        pose.add(poseLabel, key("o"));
        back = button("", "", () -> desk.act(ConsolePresenter::toggleSheet));
        back.add(backLabel, key("l"));
        traps = new TrapPanel(desk);
        scales = Arrays.stream(Shift.values())
                .map(shift -> new ShiftScale(shift, desk))
                .toList();
        scale.addClassName("scales");
        scales.forEach(scale::add);
        scale.add(said);
        add(
                prompt,
                part("div", "question-state", unsaved, state, pose, back),
                part("div", "guide", guide, traps),
                scale,
                anchors);
    }

    void show(Screen screen, Question question) {
        write(prompt, question.prompt());
        unsaved.show(screen.unsavedQuestion());
        boolean posed = screen.posed().isPresent();
        boolean live = screen.phase() == Phase.LIVE;
        boolean aside = !screen.onTable();
        write(state, text(posed ? "question.off-table" : "question.not-posed"));
        state.getElement().setAttribute("hidden", !aside || !live);
        write(poseLabel, text(posed ? "question.pose-again" : "question.pose-instead"));
        // What comes next is posed from the bar: one thing, one button.
        boolean next = Position.next(screen.view()).equals(screen.shown());
        pose.getElement().setAttribute("hidden", !aside || !live || next || !screen.leads());
        write(backLabel, text(screen.observes() ? "question.to-panel" : "question.to-sheet"));
        back.getElement().setAttribute("hidden", live);
        guide.show(question);
        traps.show(screen, question);
        scale.getElement().setAttribute("hidden", screen.observes());
        anchors.getElement().setAttribute("hidden", !screen.observes());
        if (screen.observes()) {
            anchors.show(question);
        } else {
            scales.forEach(one -> one.show(screen));
        }
        said.show(screen);
    }
}
