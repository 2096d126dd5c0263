package org.threeshift.interviewer.debrief;

import static org.threeshift.interviewer.shell.Parts.button;
import static org.threeshift.interviewer.shell.Parts.link;
import static org.threeshift.interviewer.shell.Parts.part;
import static org.threeshift.interviewer.shell.Parts.write;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import org.threeshift.core.interview.DebriefView;
import org.threeshift.core.interview.model.Debrief.Wording;

/** The end: the sentence that stays, and the scorecard one click away. */
final class ClosingPart extends Div {
    private final H2 heading = new H2();
    private final HtmlContainer words = part("blockquote", "");
    private final HtmlContainer by = part("figcaption", "small muted");
    private final HtmlContainer sentence = part("figure", "debrief-sentence", words, by);
    private final HtmlContainer none = part("p", "debrief-prompt");
    private final NativeButton sheet;
    private final Anchor scorecard = link("/home", text("debrief.scorecard"), "button primary");

    ClosingPart(DebriefDesk desk) {
        addClassName("debrief");
        sheet = button("", "", desk::sheet);
        heading.getElement().setAttribute("tabindex", "-1");
        add(part("div", "debrief-about", heading, none), sentence, part("div", "row", scorecard, sheet));
    }

    void show(DebriefScreen screen) {
        DebriefView debrief = screen.debrief();
        boolean agreed = debrief.agreed();
        write(heading, text(agreed ? "debrief.agreed" : "debrief.over"));
        write(none, text("debrief.over-none"));
        none.getElement().setAttribute("hidden", agreed);
        sentence.getElement().setAttribute("hidden", !agreed);
        write(words, debrief.wording().map(Wording::sentence).orElse(""));
        String confirmed = text(
                "debrief.confirmed-by",
                screen.list(debrief.confirmed().stream().map(screen::inSentence).toList()));
        boolean candidate =
                debrief.confirmed().stream().anyMatch(person -> !screen.names().containsKey(person));
        write(
                by,
                debrief.candidateAbsent()
                        ? text(candidate ? "debrief.alone-confirmed" : "debrief.alone", confirmed, screen.candidate())
                        : confirmed);
        scorecard.getElement().setAttribute("hidden", !screen.takesPart());
        write(sheet, text(screen.takesPart() ? "debrief.sheet" : "debrief.sheets"));
        scorecard.setHref("/scorecards/" + screen.interview().value());
    }
}
