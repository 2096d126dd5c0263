package org.threeshift.interviewer.debrief;

import static org.threeshift.interviewer.shell.Parts.button;
import static org.threeshift.interviewer.shell.Parts.key;
import static org.threeshift.interviewer.shell.Parts.part;
import static org.threeshift.interviewer.shell.Parts.span;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.NativeButton;
import org.threeshift.core.interview.model.Debrief.Wording;
import org.threeshift.core.interview.model.Limits;

/**
 * Where a wording is typed. It lives in the browser: what another sends meanwhile never takes its place, and it outlives a
 * reload. See {@code debrief.js}.
 */
@Tag("joint-sentence")
final class SentenceField extends HtmlContainer {
    private static final String WORDS = "event.detail";

    SentenceField(String kept, DebriefDesk desk) {
        getElement().setAttribute("kept", kept).setAttribute("by-key", true).setAttribute("wording", "");
        HtmlContainer label = part("label", "", span("", text("debrief.field")), key("w"));
        label.getElement().setAttribute("for", "debrief-words");
        HtmlContainer area = part("textarea", "input");
        area.setId("debrief-words");
        area.getElement()
                .setAttribute("rows", "2")
                .setAttribute("maxlength", Integer.toString(Limits.SENTENCE_CHARACTERS))
                .setAttribute("aria-describedby", "debrief-words-hint");
        HtmlContainer hint = part("p", "hint", text("debrief.field-hint", Limits.SENTENCE_CHARACTERS));
        hint.setId("debrief-words-hint");
        NativeButton take = button(text("debrief.take"), "small-button", () -> {});
        take.getElement().setAttribute("data-take", true);
        HtmlContainer overtaken = part("p", "debrief-overtaken", span("", text("debrief.overtaken")), take);
        overtaken.getElement().setAttribute("data-overtaken", true).setAttribute("hidden", true);
        overtaken.getElement().setAttribute("role", "status");
        NativeButton send = button(text("debrief.send"), "", () -> {});
        send.getElement().setAttribute("data-send", true);
        add(label, hint, area, overtaken, part("div", "row", send));
        getElement()
                .addEventListener(
                        "word",
                        event -> desk.word(event.getEventData().get(WORDS).asString()))
                .addEventData(WORDS);
    }

    void show(DebriefScreen screen) {
        getElement()
                .setAttribute(
                        "wording",
                        screen.debrief().wording().map(Wording::sentence).orElse(""));
    }
}
