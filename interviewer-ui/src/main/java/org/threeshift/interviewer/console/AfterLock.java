package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.button;
import static org.threeshift.interviewer.shell.Parts.link;
import static org.threeshift.interviewer.shell.Parts.part;
import static org.threeshift.interviewer.shell.Parts.write;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import org.threeshift.core.interview.Phase;

/** Once the own sheet is locked: what publication waits for, publication itself, and amendments. */
final class AfterLock extends Div {
    private final Paragraph waiting = new Paragraph();
    private final NativeButton openDebrief;
    private final NativeButton publish;
    private final NativeButton openWithout;
    private final NativeButton publishWithout;
    private final NativeButton openLater;
    private final Anchor scorecard = link("/home", text("after.scorecard"), "button primary");
    private final HtmlContainer steps;
    private final CloseScoringPart close;
    private final AmendPart amend;
    private final Trail trail = new Trail();

    AfterLock(Desk desk) {
        addClassName("stack");
        openDebrief = button(
                text("after.open"), "primary", () -> desk.act(now -> now.talk().open(false)));
        publish = button(
                text("after.publish"), "", () -> desk.act(now -> now.sheet().publish(false)));
        openWithout = button(
                text("after.open-without"), "", () -> desk.act(now -> now.talk().open(true)));
        publishWithout = button(
                text("after.publish-without"),
                "",
                () -> desk.act(now -> now.sheet().publish(true)));
        openLater = button(
                text("after.open-later"), "", () -> desk.act(now -> now.talk().open(false)));
        steps = part("div", "row steps", openDebrief, publish, openWithout, publishWithout, scorecard, openLater);
        amend = new AmendPart(desk);
        waiting.getElement().setAttribute("tabindex", "-1");
        waiting.addClassName("waiting");
        close = new CloseScoringPart(desk);
        add(waiting, steps, close, trail, amend);
    }

    void show(Screen screen) {
        boolean locked = screen.view().sheet().locked();
        getElement().setAttribute("hidden", !locked);
        if (!locked) {
            return;
        }
        boolean published = screen.phase() == Phase.PUBLISHED;
        int open = screen.view().sheetsOpen().orElse(0);
        boolean self = screen.view().selfScored().orElse(false);
        boolean mayPublish =
                !published && screen.host() && (open == 0 || screen.view().scoringClosed());
        close.show(screen);
        write(waiting, waiting(screen));
        openDebrief.getElement().setAttribute("hidden", !mayPublish || !self);
        publish.getElement().setAttribute("hidden", !mayPublish || !self);
        openWithout.getElement().setAttribute("hidden", !mayPublish || self);
        publishWithout.getElement().setAttribute("hidden", !mayPublish || self);
        scorecard.setHref("/scorecards/" + screen.view().id().value());
        scorecard.getElement().setAttribute("hidden", !published || !screen.counts());
        openLater
                .getElement()
                .setAttribute(
                        "hidden",
                        !published || !screen.host() || screen.view().debrief().isPresent());
        trail.show(screen);
        amend.show(screen);
    }

    /** What the sheet waits for, once it is locked; empty before. */
    static String waiting(Screen screen) {
        int open = screen.view().sheetsOpen().orElse(0);
        boolean self = screen.view().selfScored().orElse(false);
        if (!screen.view().sheet().locked()) {
            return "";
        }
        if (screen.phase() == Phase.PUBLISHED) {
            return text(screen.counts() ? "after.published" : "after.published-watched");
        }
        if (open > 0 && !screen.view().scoringClosed()) {
            return text(screen.counts() ? "after.sheets-open" : "after.sheets-open-watched", open);
        }
        if (open > 0 && screen.host()) {
            return text(self ? "after.ready-without" : "after.no-self-score-without", open);
        }
        if (!screen.host()) {
            return text(
                    "after.host-publishes",
                    screen.names().of(screen.view().setup().host()));
        }
        return text(self ? "after.ready" : "after.no-self-score");
    }
}
