package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.button;
import static org.threeshift.interviewer.shell.Parts.part;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import org.threeshift.core.interview.Phase;

/** The interviewer's own sheet as a whole: what it says, what it lacks, locking it, and what comes after. */
final class SheetPanel extends Section {
    private final Paragraph lead = new Paragraph();
    private final SheetTable table;
    private final HtmlContainer finish;
    private final MissingList missing;
    private final LockPanel lock;
    private final AfterLock after;
    private final SaidLine said = new SaidLine(Place.SHEET);

    SheetPanel(Desk desk) {
        addClassName("sheet");
        setAriaLabel(text("sheet.heading"));
        table = new SheetTable(desk);
        missing = new MissingList(desk);
        lock = new LockPanel(desk);
        after = new AfterLock(desk);
        finish = part(
                "div",
                "row",
                button(
                        text("bar.finish"),
                        "primary",
                        () -> desk.act(now -> now.course().finish())),
                button(text("sheet.back"), "", () -> desk.act(ConsolePresenter::toggleSheet)));
        lead.addClassName("muted");
        add(part("div", "stack-s", new H2(text("sheet.heading")), lead), table, missing, finish, said, lock, after);
    }

    void show(Screen screen) {
        boolean locked = screen.view().sheet().locked();
        lead.setText(text(lead(screen, locked)));
        table.show(screen);
        missing.show(screen);
        finish.getElement().setAttribute("hidden", screen.phase() != Phase.LIVE);
        lock.show(screen);
        after.show(screen);
        said.show(screen);
    }

    /**
     * To the next thing to do: what is missing, the verdict, the end, or the publication. Publishing without the self-score
     * is a choice and never the next thing, so a second Enter cannot fall on it.
     */
    void takeFocus() {
        Focus.on(
                this,
                ".missing button",
                ".verdicts input:checked",
                ".verdicts input",
                ".sheet > .row .button",
                ".sheet .steps .button.primary",
                ".sheet .waiting",
                ".sheet a.button");
    }

    private static String lead(Screen screen, boolean locked) {
        return switch (screen.phase()) {
            case LIVE -> "sheet.lead.live";
            case DEBRIEFING -> locked ? "sheet.lead.locked" : "sheet.lead.open";
            case PUBLISHED -> "sheet.lead.published";
            case SCHEDULED, CANCELLED -> "sheet.lead.none";
        };
    }
}
