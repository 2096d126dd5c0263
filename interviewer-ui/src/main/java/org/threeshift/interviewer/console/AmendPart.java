package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.button;
import static org.threeshift.interviewer.shell.Parts.part;
import static org.threeshift.interviewer.shell.Texts.name;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.threeshift.core.interview.model.AgendaItem;
import org.threeshift.core.interview.model.Amendment;
import org.threeshift.core.interview.model.Sheet;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.rubric.Verdict;

/** Changes one thing on the locked sheet, with a reason that everybody can read. */
final class AmendPart extends Div {
    private final Desk desk;
    private final Select<Target> target = new Select<>(text("amend.what"));
    private final Select<Amendment> value = new Select<>(text("amend.to"));
    private final TextField summary = TextField.area(text("amend.summary"));
    private final TextField reason = TextField.line(text("amend.reason"));
    private final SaidLine said = new SaidLine(Place.AMENDMENT);

    private Optional<Sheet> sheet = Optional.empty();

    /** One thing that can be amended, with what it can become; nothing to choose from for the summary. */
    private record Target(String label, List<Option> options) {
        record Option(String label, Amendment amendment) {}
    }

    AmendPart(Desk desk) {
        this.desk = desk;
        var save = button(text("amend.do"), "", this::save);
        var form = part(
                "div",
                "stack-s plans-body",
                new Paragraph(text("amend.sentence")),
                target,
                value,
                summary,
                reason,
                part("div", "row", save),
                said);
        var details = new NativeDetails(text("amend.heading"), form);
        details.addClassName("plans");
        target.onChoose(this::offer);
        add(details);
    }

    void show(Screen screen) {
        List<Target> targets = new ArrayList<>();
        targets.add(new Target(
                text("amend.verdict"),
                Arrays.stream(Verdict.values())
                        .map(one -> new Target.Option(name(one), new Amendment.OfVerdict(one)))
                        .toList()));
        targets.add(new Target(text("amend.summary"), List.of()));
        screen.view().setup().agenda().items().stream()
                .filter(item -> screen.posed(item.questionId()).isPresent())
                .forEach(item -> targets.addAll(targets(item)));
        sheet = Optional.of(screen.view().sheet());
        target.show(targets, Target::label, _ -> false);
        offer(target.chosen());
        said.show(screen);
    }

    private static List<Target> targets(AgendaItem item) {
        List<Target> targets = new ArrayList<>();
        for (Shift shift : item.shifts()) {
            targets.add(new Target(
                    text("amend.level", item.title(), name(shift)),
                    Arrays.stream(Level.values())
                            .map(level -> new Target.Option(
                                    level == Level.NOT_OBSERVED
                                            ? text("scale.not-observed")
                                            : Integer.toString(level.key()),
                                    new Amendment.OfLevel(item.questionId(), shift, level)))
                            .toList()));
        }
        for (AgendaItem.Trap trap : item.traps()) {
            targets.add(new Target(
                    text("amend.trap", item.title(), trap.name()),
                    Arrays.stream(TrapJudgement.values())
                            .map(one -> new Target.Option(
                                    name(one), new Amendment.OfTrap(item.questionId(), trap.id(), one)))
                            .toList()));
        }
        return targets;
    }

    private void offer(Optional<Target> wanted) {
        List<Target.Option> options = wanted.map(Target::options).orElse(List.of());
        value.show(
                options.stream().map(Target.Option::amendment).toList(),
                amendment -> options.stream()
                        .filter(option -> option.amendment().equals(amendment))
                        .map(Target.Option::label)
                        .findFirst()
                        .orElse(""),
                // What stands there now: saving without a choice changes nothing.
                amendment -> sheet.filter(now -> now.says(amendment)).isPresent());
        value.getElement().setAttribute("hidden", options.isEmpty());
        summary.getElement().setAttribute("hidden", !options.isEmpty());
    }

    private void save() {
        Amendment amendment = value.chosen().orElseGet(() -> new Amendment.OfSummary(summary.getValue()));
        desk.act(now -> {
            Screen screen = now.sheet().amend(amendment, reason.getValue());
            if (screen.said().isEmpty()) {
                reason.setValue("");
                summary.setValue("");
            }
            return screen;
        });
    }
}
