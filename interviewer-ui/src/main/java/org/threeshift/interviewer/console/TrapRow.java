package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.key;
import static org.threeshift.interviewer.shell.Parts.part;
import static org.threeshift.interviewer.shell.Parts.span;
import static org.threeshift.interviewer.shell.Texts.name;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.threeshift.core.bank.Question;
import org.threeshift.core.interview.model.AgendaItem;
import org.threeshift.core.rubric.TrapJudgement;

/** One trap: what it sounds like, and whether the candidate avoided it, fell, or recovered. */
final class TrapRow extends Div {
    private final String id;
    private final Map<TrapJudgement, Choice> choices = new EnumMap<>(TrapJudgement.class);
    private final Div judgements = new Div();
    private final HtmlContainer body;
    private final HtmlContainer trapKey = key("t");
    private final List<HtmlContainer> judgementKeys = new ArrayList<>();
    private final TrapProbe probe;
    private final Unsaved unsaved = new Unsaved();

    TrapRow(Question.Trap trap, boolean several, Desk desk) {
        this.id = trap.id();
        addClassName("trap");
        var heading = new H3();
        heading.setId("trap-" + id);
        heading.add(span("", text("trap.name", trap.name())));
        judgements.addClassName("judgements");
        judgements.getElement().setAttribute("role", "radiogroup").setAttribute("aria-labelledby", "trap-" + id);
        for (TrapJudgement judgement : TrapJudgement.values()) {
            HtmlContainer hint = key(Keys.of(judgement));
            judgementKeys.add(hint);
            var choice = new Choice(
                    "trap-" + id,
                    judgement.name(),
                    "judgement " + judgement.name().toLowerCase(Locale.ROOT),
                    () -> desk.act(now -> now.scoring().judgeTrap(id, judgement)),
                    span("", name(judgement)),
                    hint);
            choices.put(judgement, choice);
            judgements.add(choice);
        }
        judgements.add(trapKey, unsaved);
        var tellTales = new UnorderedList();
        trap.tellTales().forEach(sign -> tellTales.add(new ListItem(sign)));
        body = part("div", "trap-body", new Paragraph(trap.summary()), tellTales);
        probe = new TrapProbe(desk);
        add(heading, judgements, probe, body);
        if (several) {
            var self = new AgendaItem.Trap(trap.id(), trap.name());
            getElement().addEventListener("click", _ -> desk.act(now -> now.look(self)));
            judgements.getElement().addEventListener("focusin", _ -> desk.act(now -> now.look(self)));
        }
    }

    void show(Screen screen, Question question) {
        boolean current =
                screen.currentTrap().filter(trap -> trap.id().equals(id)).isPresent();
        getElement().setAttribute("data-current", current);
        body.getElement().setAttribute("hidden", !current);
        judgements.getElement().setAttribute("hidden", screen.observes());
        unsaved.show(screen.unsavedTrap(id));
        trapKey.getElement().setAttribute("hidden", current);
        judgementKeys.forEach(hint -> hint.getElement().setAttribute("hidden", !current));
        if (current) {
            probe.show(screen, question);
        } else {
            probe.getElement().setAttribute("hidden", true);
        }
        choices.forEach((judgement, choice) -> {
            choice.show(screen.judgement(id).filter(judgement::equals).isPresent(), screen.writable());
            if (screen.said().isPresent()) {
                choice.insist();
            }
        });
    }
}
