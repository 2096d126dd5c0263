package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.button;
import static org.threeshift.interviewer.shell.Parts.link;
import static org.threeshift.interviewer.shell.Parts.part;
import static org.threeshift.interviewer.shell.Parts.write;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.threeshift.core.exchange.ExchangeView;
import org.threeshift.core.exchange.Half;
import org.threeshift.core.interview.Phase;

/** The exchange of which this interview is a half: the offer to swap the chairs, who waits for whom, and where it goes on. */
final class SwapPart extends Section {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.ENGLISH);

    private final H3 title = new H3();
    private final Paragraph sentence = new Paragraph();
    private final Paragraph next = new Paragraph();
    private final Paragraph source = new Paragraph();
    private final Paragraph until = new Paragraph();
    private final NativeButton swap;
    private final NativeButton stay;
    private final Anchor go = link("/home", text("swap.go"), "button primary");
    private final Anchor both = link("/home", text("swap.both"), "");
    private final SettingLine setting = new SettingLine();
    private final SaidLine said = new SaidLine(Place.SWAP);
    private boolean wasOffered;

    SwapPart(Desk desk) {
        addClassNames("swap", "card", "pad", "stack-s");
        swap = button("", "primary", () -> desk.act(now -> now.exchange().agree()));
        stay = button(
                text("swap.stay"), "quiet", () -> desk.act(now -> now.exchange().decline()));
        source.addClassNames("small", "muted");
        until.addClassNames("small", "muted");
        both.addClassName("small");
        title.setId("swap-title");
        getElement().setAttribute("aria-labelledby", "swap-title");
        var words = part("div", "stack-s", title, sentence);
        words.getElement().setAttribute("role", "status");
        add(words, next, source, part("div", "row", swap, stay, go), said, until, both, setting);
    }

    void show(Screen screen) {
        getElement().setAttribute("hidden", screen.exchange().isEmpty());
        screen.exchange().ifPresent(exchange -> show(screen, exchange));
    }

    private void show(Screen screen, ExchangeView exchange) {
        String other = screen.names().candidate();
        String key = "swap.standing." + exchange.standing().key();
        Optional<Half> onward = screen.firstHalf() ? exchange.goesOnIn() : Optional.empty();
        boolean asks = exchange.offered() && !exchange.ready();
        setClassName("asks", asks || onward.isPresent());
        write(title, text(key + ".title", other));
        write(sentence, text(key + ".sentence", other));
        shown(next, exchange.next().isPresent());
        shown(source, exchange.next().isPresent());
        exchange.next().ifPresent(coming -> {
            write(next, text("swap.next", other, coming.roundTitle(), coming.questions(), coming.minutes()));
            write(
                    source,
                    text("swap.source."
                            + coming.source().name().toLowerCase(Locale.ROOT).replace('_', '-')));
        });
        write(swap, text(screen.phase() == Phase.LIVE ? "swap.finish-and-swap" : "swap.do"));
        shown(swap, asks);
        shown(stay, exchange.offered());
        shown(go, onward.isPresent());
        onward.ifPresent(half -> go.setHref("/room/" + half.id()));
        shown(until, exchange.until().isPresent());
        exchange.lastMoment()
                .ifPresent(end -> write(
                        until,
                        text(
                                "swap.until",
                                MOMENT.format(end.atZone(screen.person().zone())))));
        both.setHref("/exchanges/" + exchange.id());
        setting.show(screen);
        said.show(screen);
        follow(exchange.offered(), onward);
    }

    /** Both agreed while this console was open: it leads on. Opened later, it stays where it is. */
    private void follow(boolean offered, Optional<Half> onward) {
        if (wasOffered && onward.isPresent()) {
            getUI().ifPresent(ui ->
                    ui.getPage().setLocation("/room/" + onward.get().id()));
        }
        wasOffered = offered;
    }

    private static void shown(Component part, boolean shown) {
        part.getElement().setAttribute("hidden", !shown);
    }
}
