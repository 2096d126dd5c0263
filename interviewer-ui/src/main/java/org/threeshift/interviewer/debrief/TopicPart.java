package org.threeshift.interviewer.debrief;

import static org.threeshift.interviewer.shell.Parts.marker;
import static org.threeshift.interviewer.shell.Parts.part;
import static org.threeshift.interviewer.shell.Parts.shiftClass;
import static org.threeshift.interviewer.shell.Parts.span;
import static org.threeshift.interviewer.shell.Texts.name;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.threeshift.core.interview.DebriefView.Given;
import org.threeshift.core.interview.DebriefView.Topic;
import org.threeshift.core.interview.model.Gap.Between;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.scorecard.GapTrack;

/** One gap: the question, who stands where, what the levels mean, and what was heard. */
final class TopicPart extends Div {
    /** Everything that the part is made of: while it is the same, nothing is built anew. */
    private record Content(Topic topic, int step, int of, String candidate, Map<PersonId, String> names) {}

    private Optional<Content> shown = Optional.empty();

    TopicPart() {
        addClassName("debrief");
    }

    void show(DebriefScreen screen, Topic topic) {
        var content = new Content(
                topic, screen.debrief().step(), screen.debrief().topics().size(), screen.candidate(), screen.names());
        if (shown.filter(content::equals).isPresent()) {
            return;
        }
        shown = Optional.of(content);
        removeAll();
        var heading = new H2(topic.title());
        heading.getElement().setAttribute("tabindex", "-1");
        add(
                part(
                        "div",
                        "debrief-about",
                        part(
                                "p",
                                "small muted num",
                                text("debrief.number", content.step() + 1, content.of(), topic.number())),
                        heading,
                        part("p", "debrief-prompt", topic.prompt())),
                picture(screen, topic),
                anchors(screen, topic),
                heard(screen, topic),
                part(
                        "p",
                        "debrief-ask",
                        topic.between() == Between.INTERVIEWERS
                                ? text("debrief.ask-interviewers")
                                : text("debrief.ask-self")));
    }

    private static HtmlContainer picture(DebriefScreen screen, Topic topic) {
        HtmlContainer apart = part("span", "debrief-apart", text("debrief.apart", topic.apart()));
        String detail = topic.apart() == topic.opened()
                ? screen.between(topic)
                : text("debrief.amended", screen.between(topic), topic.opened());
        apart.add(span("muted", " · " + detail));
        var drawing = new Div();
        drawing.getElement().setProperty("innerHTML", GapTrack.of(topic).draw());
        HtmlContainer above = part("div", "debrief-labels");
        HtmlContainer below = part("div", "debrief-labels own");
        HtmlContainer scale = part("div", "debrief-labels scale");
        IntStream.rangeClosed(Level.LOWEST, Level.HIGHEST).forEach(level -> {
            String who = screen.briefly(screen.givers(topic, level));
            if (!who.isEmpty()) {
                above.add(span("who-judged column-" + level, who));
            }
            scale.add(span("column-" + level, Integer.toString(level)));
        });
        topic.self()
                .map(Given::level)
                .filter(level -> level != Level.NOT_OBSERVED)
                .ifPresent(level -> below.add(span("column-" + level.key(), screen.candidate())));
        HtmlContainer track = part("div", "debrief-track", above, drawing, below, scale);
        track.getElement().setAttribute("aria-hidden", "true");
        return part(
                "figure",
                "debrief-gap " + shiftClass(topic.shift()),
                part(
                        "figcaption",
                        "",
                        part(
                                "span",
                                "debrief-shift",
                                marker(topic.shift()),
                                span("", name(topic.shift())),
                                span(
                                        "muted",
                                        text("scale.from-to." + topic.shift().name()))),
                        apart),
                track,
                part(
                        "div",
                        "debrief-poles",
                        span("", text("debrief.specialist." + topic.shift().name())),
                        span("", text("debrief.leader." + topic.shift().name()))));
    }

    /** One card a level, the lowest first; who observed nothing comes last. */
    private static HtmlContainer anchors(DebriefScreen screen, Topic topic) {
        HtmlContainer list = part("ul", "debrief-anchors");
        for (int level = Level.LOWEST; level <= Level.HIGHEST; level++) {
            card(screen, topic, Level.ofKey(level), screen.givers(topic, level)).ifPresent(list::add);
        }
        List<PersonId> blind = topic.given().stream()
                .filter(one -> one.level() == Level.NOT_OBSERVED)
                .map(Given::person)
                .toList();
        card(screen, topic, Level.NOT_OBSERVED, blind).ifPresent(list::add);
        return list;
    }

    /** What a level means, and who gave it; absent when nobody did. */
    private static Optional<HtmlContainer> card(DebriefScreen screen, Topic topic, Level level, List<PersonId> givers) {
        Optional<Given> own = topic.self().filter(self -> self.level() == level);
        Optional<Given> any = topic.given().stream()
                .filter(one -> one.level() == level)
                .findFirst()
                .or(() -> own);
        return any.map(given -> {
            boolean observed = level != Level.NOT_OBSERVED;
            HtmlContainer said =
                    part("p", "debrief-said", part("b", "", observed ? Integer.toString(level.key()) : "–"));
            HtmlContainer who = part("span", "");
            if (!givers.isEmpty()) {
                who.add(span("strong", screen.named(givers)));
            }
            own.ifPresent(_ -> who.add(span(
                    givers.isEmpty() ? "strong" : "",
                    (givers.isEmpty() ? "" : " · ") + text("debrief.own", screen.candidate()))));
            said.add(who);
            HtmlContainer words = part(
                    "p", observed ? "" : "muted", observed ? given.anchor().orElse("") : text("scale.not-observed"));
            String classes = (givers.isEmpty() ? " own" : "") + (observed ? "" : " none");
            return part("li", "debrief-anchor " + shiftClass(topic.shift()) + classes, said, words);
        });
    }

    private static HtmlContainer heard(DebriefScreen screen, Topic topic) {
        HtmlContainer heard = part("section", "debrief-heard", part("h3", "", text("debrief.heard")));
        if (topic.evidence().isEmpty()) {
            heard.add(part("p", "small muted", text("debrief.heard-none")));
            return heard;
        }
        HtmlContainer list = part("ol", "debrief-notes");
        topic.evidence()
                .forEach(note -> list.add(part(
                        "li",
                        "",
                        span("muted num", clock(note.after())),
                        part(
                                "span",
                                "",
                                span("words", note.text()),
                                span("xs muted", screen.name(note.interviewer()))))));
        heard.add(list);
        return heard;
    }

    private static String clock(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        return "%d:%02d".formatted(seconds / 60, seconds % 60);
    }
}
