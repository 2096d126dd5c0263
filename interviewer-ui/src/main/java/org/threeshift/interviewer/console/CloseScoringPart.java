package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.button;
import static org.threeshift.interviewer.shell.Parts.part;
import static org.threeshift.interviewer.shell.Parts.span;
import static org.threeshift.interviewer.shell.Parts.write;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.threeshift.core.interview.Phase;

/** For the host: going on without a panel member who does not come back to their sheet. What that means stands before it. */
final class CloseScoringPart extends Div {
    private final Span summary = span("", "");
    private final Paragraph consequence = new Paragraph();
    private final NativeButton close;

    CloseScoringPart(Desk desk) {
        addClassName("plans");
        close = button("", "danger", () -> desk.act(now -> now.sheet().closeScoring()));
        add(new NativeDetails(summary, part("div", "stack-s plans-body", consequence, close)));
    }

    void show(Screen screen) {
        int open = screen.view().sheetsOpen().orElse(0);
        boolean may = screen.host()
                && screen.phase() == Phase.DEBRIEFING
                && open > 0
                && !screen.view().scoringClosed();
        getElement().setAttribute("hidden", !may);
        int all = screen.view().setup().interviewers().size();
        write(summary, text("close.summary", open));
        write(consequence, text("close.consequence", all - open, all));
        write(close, text("close.do", open));
    }
}
