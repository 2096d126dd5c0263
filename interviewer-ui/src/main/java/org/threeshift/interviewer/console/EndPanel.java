package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.button;
import static org.threeshift.interviewer.shell.Parts.link;
import static org.threeshift.interviewer.shell.Parts.part;
import static org.threeshift.interviewer.shell.Parts.write;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import org.threeshift.core.interview.model.Limits;

/** An interview that did not take place. */
final class EndPanel extends Section {
    private final Paragraph reason = new Paragraph();
    private final Paragraph onward = new Paragraph();
    private final SettingLine setting = new SettingLine();
    private final NativeButton again;

    /** @param rematch another partner, for whoever waited in vain */
    EndPanel(Runnable rematch) {
        addClassNames("lobby", "ended");
        again = button(text("ended.again"), "primary", rematch);
        add(
                new H2(text("ended.heading")),
                reason,
                onward,
                setting,
                part("div", "row", again, link("/home", text("lost.home"), "button")));
    }

    /** @param waited whether this person waited in vain, and comes first elsewhere */
    void show(Screen screen, boolean waited) {
        String why = screen.view().cancelled().orElse("");
        write(
                reason,
                why.isEmpty() ? text("ended.no-show", Limits.NO_SHOW_AFTER.toMinutes()) : text("ended.reason", why));
        write(onward, text(SettingLine.path(screen).isPresent() ? "ended.evening" : "ended.sentence"));
        setting.show(screen);
        again.getElement().setAttribute("hidden", !waited);
    }
}
