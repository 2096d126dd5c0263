package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.button;
import static org.threeshift.interviewer.shell.Parts.marker;
import static org.threeshift.interviewer.shell.Parts.part;
import static org.threeshift.interviewer.shell.Parts.span;
import static org.threeshift.interviewer.shell.Texts.name;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.NativeDetails;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.threeshift.core.interview.model.AgendaItem;
import org.threeshift.core.interview.model.Evidence;
import org.threeshift.core.interview.model.SelfRating;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;
import org.threeshift.interviewer.console.SideBySide.Column;
import org.threeshift.interviewer.console.SideBySide.Content;

/** Sheets as columns: a group of rows a question, a row a shift and a trap. The last column says what to make of the row. */
final class ComparedTable {
    private final Content content;
    private final Desk desk;

    /** One table of the two: whose columns, what stands in a level's cell, and the last column of each kind of row. */
    private record Plan(
            List<Column> columns,
            boolean self,
            Optional<String> last,
            Cell level,
            BiFunction<AgendaItem, Shift, Component> onShift,
            BiFunction<AgendaItem, AgendaItem.Trap, Component> onTrap) {}

    private interface Cell {
        Component of(AgendaItem item, Shift shift, Optional<Level> level);
    }

    ComparedTable(Content content, Desk desk) {
        this.content = content;
        this.desk = desk;
    }

    HtmlContainer ofPanel() {
        return table(
                "side-by-side.heading",
                new Plan(
                        content.panel(),
                        content.self().isPresent(),
                        content.panel().size() > 1 ? Optional.of(text("side-by-side.spread")) : Optional.empty(),
                        (_, _, level) -> level(level),
                        this::spread,
                        this::agreement));
    }

    HtmlContainer ofShadows() {
        return table(
                "training.heading",
                new Plan(
                        content.shadows(),
                        false,
                        Optional.of(text("training.panel")),
                        this::measured,
                        (item, shift) -> span("num", range(item, shift)),
                        (item, trap) -> span("muted", panelOn(item, trap))));
    }

    private HtmlContainer table(String label, Plan plan) {
        HtmlContainer head = part("tr", "", header("col", text("side-by-side.row")));
        plan.columns().forEach(column -> head.add(header("col", column.name())));
        if (plan.self()) {
            head.add(header("col", text("table.candidate")));
        }
        plan.last().ifPresent(words -> head.add(header("col", words)));
        HtmlContainer table = part("table", "table compared", part("thead", "", head));
        content.items().forEach(item -> table.add(group(item, plan)));
        HtmlContainer wrap = part("div", "table-wrap card", table);
        wrap.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", text(label));
        return wrap;
    }

    private HtmlContainer group(AgendaItem item, Plan plan) {
        String all = Integer.toString(
                1 + plan.columns().size() + (plan.self() ? 1 : 0) + (plan.last().isPresent() ? 1 : 0));
        HtmlContainer title = header("rowgroup", "");
        title.getElement().setAttribute("colspan", all);
        title.add(button(item.title(), "as-link", () -> desk.act(now -> now.choose(item.questionId()))));
        HtmlContainer body = part("tbody", "", part("tr", "group", title));
        Arrays.stream(Shift.values())
                .filter(item.shifts()::contains)
                .forEach(shift -> body.add(row(item, shift, plan)));
        item.traps().forEach(trap -> body.add(row(item, trap, plan)));
        HtmlContainer evidence = part("td", "", evidence(item, plan.columns()));
        evidence.getElement().setAttribute("colspan", all);
        body.add(part("tr", "", evidence));
        return body;
    }

    private HtmlContainer row(AgendaItem item, Shift shift, Plan plan) {
        HtmlContainer what = header("row", "");
        what.add(marker(shift), span("", name(shift)));
        HtmlContainer row = part("tr", "", what);
        plan.columns()
                .forEach(column -> row.add(part(
                        "td", "num", plan.level().of(item, shift, column.sheet().level(item.questionId(), shift)))));
        if (plan.self()) {
            row.add(part("td", "num", level(self(item, shift))));
        }
        plan.last().ifPresent(_ -> row.add(part("td", "num", plan.onShift().apply(item, shift))));
        return row;
    }

    private HtmlContainer row(AgendaItem item, AgendaItem.Trap trap, Plan plan) {
        HtmlContainer row = part("tr", "", header("row", text("trap.name", trap.name())));
        plan.columns()
                .forEach(column -> row.add(part(
                        "td",
                        "",
                        column.sheet()
                                .trap(item.questionId(), trap.id())
                                .map(judgement -> name(judgement))
                                .orElse("–"))));
        if (plan.self()) {
            row.add(part("td", ""));
        }
        plan.last().ifPresent(_ -> row.add(part("td", "", plan.onTrap().apply(item, trap))));
        return row;
    }

    private Component evidence(AgendaItem item, List<Column> columns) {
        long notes = columns.stream()
                .mapToLong(
                        column -> column.sheet().evidenceFor(item.questionId()).size())
                .sum();
        if (notes == 0) {
            return span("muted small", text("side-by-side.no-evidence"));
        }
        HtmlContainer list = part("ul", "plain");
        columns.forEach(
                column -> column.sheet().evidenceFor(item.questionId()).forEach(note -> list.add(line(column, note))));
        return new NativeDetails(text("side-by-side.evidence", notes), list);
    }

    private static HtmlContainer line(Column column, Evidence note) {
        return part("li", "", span("muted small", column.name()), span("words", note.text()));
    }

    private Component spread(AgendaItem item, Shift shift) {
        Optional<Spread> spread = content.spreads().on(item, shift).filter(Spread::compares);
        if (spread.isEmpty()) {
            return span("muted", "–");
        }
        Spread apart = spread.get();
        if (apart.apart() == 0) {
            return span("muted small", text("side-by-side.same"));
        }
        HtmlContainer cell = part(
                "span",
                "spread",
                span("strong", range(item, shift)),
                span("muted small", text("table.apart", apart.apart())));
        if (content.spreads().isWidest(apart)) {
            cell.add(span("pill warn widest", text("side-by-side.is-widest")));
        }
        return cell;
    }

    private Component agreement(AgendaItem item, AgendaItem.Trap trap) {
        return content.spreads().differsOn(item, trap)
                ? span("pill warn", text("side-by-side.differ"))
                : span("muted small", text("side-by-side.same"));
    }

    /** A shadow's level beside what the panel gave. */
    private Component measured(AgendaItem item, Shift shift, Optional<Level> level) {
        HtmlContainer cell = part("span", "spread", level(level));
        Optional<Spread> panel = content.spreads().on(item, shift);
        level.flatMap(given -> given.value().isPresent() ? panel : Optional.empty())
                .map(spread -> spread.beyond(level.map(Level::key).orElse(0)))
                .map(beyond -> beyond == 0
                        ? text("training.within")
                        : text(beyond > 0 ? "training.above" : "training.below", Math.abs(beyond)))
                .ifPresent(words -> cell.add(span("muted small", words)));
        return cell;
    }

    private String range(AgendaItem item, Shift shift) {
        return content.spreads()
                .on(item, shift)
                .map(spread -> spread.apart() == 0
                        ? Integer.toString(spread.low())
                        : text("side-by-side.range", spread.low(), spread.high()))
                .orElse("–");
    }

    private String panelOn(AgendaItem item, AgendaItem.Trap trap) {
        return String.join(
                ", ",
                content.panel().stream()
                        .flatMap(column -> column.sheet().trap(item.questionId(), trap.id()).stream())
                        .distinct()
                        .map((Function<Enum<?>, String>) judgement -> name(judgement))
                        .toList());
    }

    private Optional<Level> self(AgendaItem item, Shift shift) {
        return content.self().stream()
                .flatMap(self -> self.ratings().stream())
                .filter(one -> one.questionId().equals(item.questionId()) && one.shift() == shift)
                .map(SelfRating::level)
                .findFirst();
    }

    private static Component level(Optional<Level> level) {
        return level.<Component>map(given -> given == Level.NOT_OBSERVED
                        ? span("muted small", text("scale.not-observed"))
                        : span("strong", Integer.toString(given.key())))
                .orElseGet(() -> span("absent", text("table.missing")));
    }

    private static HtmlContainer header(String scope, String words) {
        HtmlContainer header = part("th", "", words);
        header.getElement().setAttribute("scope", scope);
        return header;
    }
}
