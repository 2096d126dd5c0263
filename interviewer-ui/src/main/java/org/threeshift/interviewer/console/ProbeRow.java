package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.button;
import static org.threeshift.interviewer.shell.Parts.key;
import static org.threeshift.interviewer.shell.Parts.part;
import static org.threeshift.interviewer.shell.Parts.span;
import static org.threeshift.interviewer.shell.Parts.write;
import static org.threeshift.interviewer.shell.Texts.name;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.threeshift.core.bank.Question;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.Course;
import org.threeshift.core.interview.model.Course.Probe;
import org.threeshift.core.rubric.Rung;

/** One rung of the ladder: the follow-up, whether it was asked, and whether the answer held there. */
final class ProbeRow extends ListItem {
    private final Rung rung;
    private final HtmlContainer sign = part("i", "sign", "");
    private final Paragraph words = new Paragraph();
    private final Span asked = span("muted xs num", "");
    private final Span askedAt = span("", "");
    private final Unsaved unsaved = new Unsaved();
    private final NativeButton ask;
    private final HtmlContainer askKey = key("p");
    private final HeldToggle held;
    private final HeldToggle notHeld;

    /** How far it has come on this rung, with a sign for it. */
    private enum State {
        OPEN(""),
        ASKED("?"),
        HELD("✓"),
        NOT_HELD("✕");

        private final String sign;

        State(String sign) {
            this.sign = sign;
        }

        private static State of(Optional<Probe> probe) {
            return probe.map(one ->
                            one.held().map(held -> held ? HELD : NOT_HELD).orElse(ASKED))
                    .orElse(OPEN);
        }
    }

    ProbeRow(Rung rung, Desk desk) {
        this.rung = rung;
        addClassName("probe");
        sign.getElement().setAttribute("aria-hidden", "true");
        ask = button(
                text("probe.ask"),
                "small-button",
                () -> desk.act(now -> now.scoring().askProbe(rung)));
        ask.getElement().setAttribute("aria-label", text("probe.ask-label", name(rung)));
        ask.add(askKey);
        held = new HeldToggle(rung, true, "h", desk);
        notHeld = new HeldToggle(rung, false, "j", desk);
        asked.add(span("sr-only", text("probe.asked")), askedAt);
        add(
                part("span", "rail", sign),
                part("div", "probe-top", span("rung", name(rung)), asked, ask, held, notHeld),
                words,
                unsaved);
    }

    boolean isAt(Rung one) {
        return rung == one;
    }

    /** Beside a call the ladder has little height, and what is read aloud must stand in it. On a phone the page stays where it is. */
    void reveal() {
        getElement().executeJs("""
                const ladder = this.closest('.probes');
                const [row, box] = [this, ladder].map((one) => one.getBoundingClientRect());
                if (row.bottom > box.bottom) ladder.scrollTop += row.bottom - box.bottom;
                else if (row.top < box.top) ladder.scrollTop -= box.top - row.top;
                """);
    }

    void show(Screen screen, Question question) {
        write(words, question.probes().getOrDefault(rung, ""));
        Optional<Probe> probe = screen.probe(rung);
        boolean live = screen.phase() == Phase.LIVE;
        State state = State.of(probe);
        getElement().setAttribute("data-state", state.name().toLowerCase(Locale.ROOT));
        write(sign, state.sign);
        unsaved.show(probe.filter(screen::unsaved).isPresent());
        write(askedAt, probe.map(one -> sinceStart(screen, one.at())).orElse(""));
        asked.getElement().setAttribute("hidden", probe.isEmpty());
        ask.getElement().setAttribute("hidden", probe.isPresent() || !screen.mayProbe());
        askKey.getElement()
                .setAttribute("hidden", screen.nextRung().filter(rung::equals).isEmpty());
        Optional<Probe> own = probe.filter(screen::own);
        boolean keyed = own.isPresent() && own.equals(screen.lastOwnProbe());
        held.show(own, live, keyed);
        notHeld.show(own, live, keyed);
    }

    private static String sinceStart(Screen screen, Instant at) {
        Instant start = screen.view().course().map(Course::startedAt).orElse(at);
        return Times.clock(Duration.between(start, at));
    }
}
