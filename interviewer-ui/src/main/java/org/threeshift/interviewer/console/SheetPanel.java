package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.button;
import static org.threeshift.interviewer.shell.Parts.key;
import static org.threeshift.interviewer.shell.Parts.part;
import static org.threeshift.interviewer.shell.Parts.write;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import org.threeshift.core.interview.Phase;

/** The interviewer's own sheet as a whole: what it says, what it lacks, locking it, and what comes after. */
final class SheetPanel extends Section {
    private final H2 heading = new H2();
    private final Paragraph lead = new Paragraph();
    private final NativeButton toDebrief;
    private final SwapPart swap;
    private final Verdicts verdicts = new Verdicts();
    private final SideBySide panel;
    private final SheetTable table;
    private final NativeButton end;
    private final HtmlContainer finish;
    private final MissingList missing;
    private final BegunList begun;
    private final LockPanel lock;
    private final AfterLock after;
    private final SaidLine said = new SaidLine(Place.SHEET);

    SheetPanel(Desk desk) {
        addClassName("sheet");
        setAriaLabel(text("sheet.heading"));
        toDebrief = button(text("sheet.to-debrief"), "", () -> desk.act(ConsolePresenter::toggleSheet));
        toDebrief.add(key("l"));
        swap = new SwapPart(desk);
        table = new SheetTable(desk);
        missing = new MissingList(desk);
        panel = new SideBySide(desk);
        begun = new BegunList(desk);
        lock = new LockPanel(desk);
        after = new AfterLock(desk);
        end = button(
                text("bar.finish"),
                "primary",
                () -> desk.act(now -> now.course().finish()));
        end.add(key("e"));
        finish = part("div", "row", end, button(text("sheet.back"), "", () -> desk.act(ConsolePresenter::toggleSheet)));
        heading.getElement().setAttribute("tabindex", "-1");
        lead.addClassName("muted");
        add(
                part("div", "stack-s", heading, lead, toDebrief),
                swap,
                verdicts,
                panel,
                table,
                missing,
                begun,
                finish,
                said,
                lock,
                after);
    }

    void show(Screen screen) {
        write(
                heading,
                text(
                        screen.observes()
                                ? "sheet.heading.panel"
                                : screen.trains() ? "sheet.heading.training" : "sheet.heading"));
        write(lead, text(SheetLead.of(screen)));
        toDebrief.getElement().setAttribute("hidden", screen.view().debrief().isEmpty());
        swap.show(screen);
        verdicts.show(screen);
        panel.show(screen);
        end.getElement().setAttribute("hidden", !screen.leads());
        // While there is more to ask, the end is not the obvious thing.
        end.setClassName("primary", Position.next(screen.view()).isEmpty());
        table.show(screen);
        missing.show(screen);
        finish.getElement().setAttribute("hidden", screen.phase() != Phase.LIVE);
        begun.show(screen);
        lock.show(screen);
        after.show(screen);
        said.show(screen);
    }

    /**
     * To the next thing to do: what is missing, the verdict, the end, or how publication stands. Publishing, with or without a
     * debrief, is a choice for everybody's screen and never what has the focus, so a second Enter cannot fall on it; nor does
     * Space fall on the end while the questions run.
     */
    void takeFocus(Screen screen) {
        if (screen.phase() == Phase.LIVE) {
            Focus.on(this, ".sheet h2");
            return;
        }
        Focus.on(
                this,
                ".missing button",
                ".begun button",
                ".verdicts input:checked",
                ".verdicts input",
                ".sheet > .row .button",
                ".sheet .waiting",
                ".sheet a.button");
    }
}
