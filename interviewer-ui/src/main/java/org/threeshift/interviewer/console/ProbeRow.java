package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.button;
import static org.threeshift.interviewer.shell.Parts.part;
import static org.threeshift.interviewer.shell.Parts.span;
import static org.threeshift.interviewer.shell.Texts.name;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.threeshift.core.bank.Question;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.Course;
import org.threeshift.core.interview.model.Course.Probe;
import org.threeshift.core.rubric.Rung;

/** One rung: the follow-up, whether it was asked, and whether the answer held there. */
final class ProbeRow extends ListItem {
    private final Rung rung;
    private final Paragraph words = new Paragraph();
    private final Span asked = span("muted xs num", "");
    private final Span askedAt = span("", "");
    private final Unsaved unsaved = new Unsaved();
    private final NativeButton ask;
    private final NativeButton held;
    private final NativeButton notHeld;

    ProbeRow(Rung rung, Desk desk) {
        this.rung = rung;
        addClassName("probe");
        ask = button(
                text("probe.ask"),
                "small-button",
                () -> desk.act(now -> now.scoring().askProbe(rung)));
        ask.getElement().setAttribute("aria-label", text("probe.ask-label", name(rung)));
        held = button(
                text("probe.held"),
                "small-button toggle",
                () -> desk.act(now -> now.scoring().judgeProbe(rung, true)));
        notHeld = button(
                text("probe.not-held"),
                "small-button toggle",
                () -> desk.act(now -> now.scoring().judgeProbe(rung, false)));
        held.getElement().setAttribute("aria-label", text("probe.held-label", name(rung)));
        notHeld.getElement().setAttribute("aria-label", text("probe.not-held-label", name(rung)));
        asked.add(span("sr-only", text("probe.asked")), askedAt);
        add(part("div", "probe-top", span("rung", name(rung)), asked, ask, held, notHeld), words, unsaved);
    }

    void show(Screen screen, Question question) {
        words.setText(question.probes().getOrDefault(rung, ""));
        Optional<Probe> probe = screen.posed().stream()
                .flatMap(posed -> posed.probes().stream())
                .filter(one -> one.rung() == rung)
                .findFirst();
        boolean live = screen.phase() == Phase.LIVE;
        getElement().setAttribute("data-asked", probe.isPresent());
        unsaved.show(probe.filter(screen::unsaved).isPresent());
        askedAt.setText(probe.map(one -> sinceStart(screen, one.at())).orElse(""));
        asked.getElement().setAttribute("hidden", probe.isEmpty());
        ask.getElement().setAttribute("hidden", probe.isPresent() || !screen.onTable() || !screen.counts());
        // Only whoever asked says whether the answer held.
        Optional<Probe> own =
                probe.filter(one -> one.by().equals(screen.view().sheet().interviewer()));
        show(held, own, true, live);
        show(notHeld, own, false, live);
    }

    private static void show(NativeButton toggle, Optional<Probe> probe, boolean value, boolean live) {
        boolean pressed =
                probe.flatMap(Probe::held).filter(held -> held == value).isPresent();
        toggle.getElement()
                .setAttribute("aria-pressed", Boolean.toString(pressed))
                .setAttribute("hidden", probe.isEmpty() || (!live && !pressed))
                .setAttribute("disabled", !live);
    }

    private static String sinceStart(Screen screen, Instant at) {
        Instant start = screen.view().course().map(Course::startedAt).orElse(at);
        return Times.clock(Duration.between(start, at));
    }
}
