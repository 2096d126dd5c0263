package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.link;
import static org.threeshift.interviewer.shell.Parts.write;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.threeshift.core.exchange.ExchangeView;
import org.threeshift.core.exchange.Setting;

/** Of what the exchange is part, a practice evening: the way back there, and what comes next. Hidden for whatever stands alone. */
final class SettingLine extends Paragraph {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private final Anchor back = link("/home", "", "");
    private final Span onward = new Span();

    SettingLine() {
        addClassName("small");
        onward.addClassName("muted");
        add(back, new Text(" · "), onward);
    }

    /** Of the page of that of which the exchange is part; absent where it stands alone, and for whoever sees none any more. */
    static Optional<String> path(Screen screen) {
        return screen.exchange()
                .flatMap(ExchangeView::setting)
                .map(Setting::path)
                .filter(path -> !path.isEmpty());
    }

    void show(Screen screen) {
        Optional<Setting> setting = screen.exchange().flatMap(ExchangeView::setting);
        getElement().setAttribute("hidden", setting.isEmpty());
        setting.ifPresent(part -> {
            write(back, text("swap.setting", part.title()));
            // Whoever left the cohort meets as agreed, and sees nothing of the evening any more.
            if (part.path().isEmpty()) {
                back.removeHref();
            } else {
                back.setHref(part.path());
            }
            String at = part.next()
                    .map(next -> CLOCK.format(next.atZone(screen.person().zone())))
                    .orElse("");
            write(
                    onward,
                    text(
                            "swap.setting." + part.onward(screen.now()),
                            part.title(),
                            at,
                            part.partner().orElse("")));
        });
    }
}
