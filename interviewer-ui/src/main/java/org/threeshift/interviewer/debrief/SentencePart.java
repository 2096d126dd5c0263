package org.threeshift.interviewer.debrief;

import static org.threeshift.interviewer.shell.Parts.button;
import static org.threeshift.interviewer.shell.Parts.key;
import static org.threeshift.interviewer.shell.Parts.marker;
import static org.threeshift.interviewer.shell.Parts.part;
import static org.threeshift.interviewer.shell.Parts.shiftClass;
import static org.threeshift.interviewer.shell.Parts.span;
import static org.threeshift.interviewer.shell.Parts.write;
import static org.threeshift.interviewer.shell.Texts.name;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.threeshift.core.interview.DebriefView;
import org.threeshift.core.interview.DebriefView.Topic;
import org.threeshift.core.people.PersonId;

/** The last step: one sentence that both sides word and confirm. */
final class SentencePart extends Div {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private final Paragraph lead = new Paragraph();
    private final HtmlContainer talked = part("ul", "debrief-talked");
    private final HtmlContainer words = part("blockquote", "");
    private final HtmlContainer by = part("figcaption", "small muted");
    private final HtmlContainer sides = part("ul", "debrief-sides");
    private final HtmlContainer sentence = part("figure", "debrief-sentence", words, by, sides);
    private final NativeButton confirm;
    private final SentenceField field;
    private List<Topic> topics = List.of();

    SentencePart(String kept, DebriefDesk desk) {
        addClassName("debrief");
        var heading = new H2(text("debrief.sentence"));
        heading.getElement().setAttribute("tabindex", "-1");
        lead.addClassName("debrief-prompt");
        talked.getElement().setAttribute("aria-label", text("debrief.talked"));
        confirm = button(text("debrief.confirm"), "primary", desk::confirm);
        confirm.add(key("c"));
        field = new SentenceField(kept, desk);
        add(part("div", "debrief-about", heading, lead), talked, sentence, part("div", "row", confirm), field);
    }

    void show(DebriefScreen screen) {
        DebriefView debrief = screen.debrief();
        write(lead, text(debrief.topics().isEmpty() ? "debrief.lead-alike" : "debrief.lead"));
        showTopics(debrief.topics());
        sentence.setClassName("none", debrief.wording().isEmpty());
        write(words, debrief.wording().map(now -> now.sentence()).orElseGet(() -> text("debrief.wording-none")));
        write(
                by,
                debrief.wording()
                        .map(now -> text(
                                "debrief.worded",
                                screen.inSentence(now.by()),
                                TIME.format(now.at().atZone(screen.zone()))))
                        .orElse(""));
        by.getElement().setAttribute("hidden", debrief.wording().isEmpty());
        showSides(screen);
        confirm.getElement()
                .setAttribute(
                        "hidden",
                        !screen.takesPart() || debrief.wording().isEmpty() || debrief.confirmedBy(screen.viewer()));
        field.getElement().setAttribute("hidden", !screen.takesPart());
        field.show(screen);
    }

    private void showTopics(List<Topic> now) {
        talked.getElement().setAttribute("hidden", now.isEmpty());
        if (now.equals(topics)) {
            return;
        }
        topics = now;
        talked.removeAll();
        now.forEach(topic -> talked.add(part(
                "li",
                shiftClass(topic.shift()),
                marker(topic.shift()),
                span("", topic.title()),
                span("sr-only", " · " + name(topic.shift())))));
    }

    /** Whether each side has confirmed, the interviewers by name. */
    private void showSides(DebriefScreen screen) {
        DebriefView debrief = screen.debrief();
        sides.removeAll();
        sides.getElement().setAttribute("hidden", debrief.wording().isEmpty());
        List<PersonId> interviewers =
                debrief.confirmed().stream().filter(screen.names()::containsKey).toList();
        boolean candidate = debrief.confirmed().size() > interviewers.size();
        sides.add(side(candidate, screen.candidate()));
        sides.add(
                interviewers.isEmpty()
                        ? side(false, unconfirmed(screen))
                        : side(
                                true,
                                screen.list(
                                        interviewers.stream().map(screen::name).toList())));
    }

    /** One of several is enough; a sole one is named. */
    private static String unconfirmed(DebriefScreen screen) {
        return screen.names().size() == 1
                ? screen.name(screen.names().keySet().iterator().next())
                : text("debrief.interviewer");
    }

    private static HtmlContainer side(boolean confirmed, String who) {
        return part("li", confirmed ? "yes" : "", text(confirmed ? "debrief.confirmed" : "debrief.not-confirmed", who));
    }
}
