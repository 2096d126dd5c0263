package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.button;
import static org.threeshift.interviewer.shell.Parts.part;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.UnaryOperator;

/** A link for a candidate who has not come yet. It is made when asked for, and shown once. */
final class InvitationPart extends Div {
    private final HtmlContainer made;
    private final HtmlContainer link = new HtmlContainer("input");

    InvitationPart(Desk desk, UnaryOperator<String> address) {
        addClassNames("card", "pad", "stack-s");
        link.addClassName("input");
        link.getElement().setAttribute("readonly", true).setAttribute("aria-label", text("invitation.link"));
        NativeButton copy = button(text("invitation.copy"), "", () -> {});
        copy.getElement().setAttribute("data-copies", true).setAttribute("data-copied", text("invitation.copied"));
        made = part("div", "copy", link, copy);
        made.getElement().setAttribute("hidden", true);
        NativeButton make = button(
                text("invitation.make"),
                "",
                () -> desk.act(now -> {
                    now.lobby().invite().ifPresent(token -> {
                        link.getElement().setProperty("value", address.apply("/join/" + token.text()));
                        made.getElement().setAttribute("hidden", false);
                    });
                    return now.screen();
                }));
        add(
                new H3(text("invitation.heading")),
                new Paragraph(text("invitation.sentence")),
                part("div", "row", make),
                made);
    }

    void show(Screen screen) {
        boolean wanted = screen.host() && screen.view().setup().candidate().isEmpty();
        getElement().setAttribute("hidden", !wanted);
    }
}
