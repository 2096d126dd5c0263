package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.button;
import static org.threeshift.interviewer.shell.Parts.marker;
import static org.threeshift.interviewer.shell.Parts.part;
import static org.threeshift.interviewer.shell.Parts.span;
import static org.threeshift.interviewer.shell.Texts.name;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.threeshift.core.interview.model.AgendaItem;
import org.threeshift.core.interview.model.Interview.SelfScore;
import org.threeshift.core.interview.model.SelfRating;
import org.threeshift.core.interview.model.Sheet;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;

/** The own levels and judgements of every question that was posed; after publication the candidate's own beside them. */
final class SheetTable extends Div {
    /** Everything that the table is made of: while it is the same, nothing is built anew. */
    private record Content(List<AgendaItem> items, Sheet sheet, Optional<SelfScore> self) {}

    /** Levels that lie this far apart are pointed out. */
    private static final int WORTH_TALKING = 2;

    private final Desk desk;
    private Optional<Content> shown = Optional.empty();

    SheetTable(Desk desk) {
        this.desk = desk;
        addClassNames("table-wrap", "card");
        getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", text("table.label"));
    }

    void show(Screen screen) {
        List<AgendaItem> items = screen.view().setup().agenda().items().stream()
                .filter(item -> screen.posed(item.questionId()).isPresent())
                .toList();
        var content = new Content(items, screen.view().sheet(), screen.view().selfScore());
        getElement().setAttribute("hidden", items.isEmpty() || screen.observes() || SideBySide.holdsOwn(screen));
        if (shown.filter(content::equals).isEmpty()) {
            shown = Optional.of(content);
            removeAll();
            add(table(content));
        }
    }

    private HtmlContainer table(Content content) {
        HtmlContainer head = part("tr", "", header("col", text("table.question")));
        for (Shift shift : Shift.values()) {
            HtmlContainer column = header("col", "");
            column.add(marker(shift), span("", name(shift)));
            head.add(column);
        }
        head.add(header("col", text("table.traps")));
        HtmlContainer body = part("tbody", "");
        content.items().forEach(item -> body.add(row(item, content)));
        return part("table", "table sheet-table", part("thead", "", head), body);
    }

    private HtmlContainer row(AgendaItem item, Content content) {
        HtmlContainer title = header("row", "");
        title.add(button(item.title(), "as-link", () -> desk.act(now -> now.choose(item.questionId()))));
        HtmlContainer row = part("tr", "", title);
        for (Shift shift : Shift.values()) {
            HtmlContainer cell = part("td", "num");
            if (item.shifts().contains(shift)) {
                levels(item, shift, content).forEach(cell::add);
            } else {
                cell.add(span("muted", text("table.not-probed")));
            }
            row.add(cell);
        }
        HtmlContainer traps = part("td", "");
        item.traps().forEach(trap -> traps(item, trap, content).forEach(traps::add));
        row.add(traps);
        return row;
    }

    private static List<HtmlContainer> levels(AgendaItem item, Shift shift, Content content) {
        List<HtmlContainer> lines = new ArrayList<>();
        List<Level> given = new ArrayList<>();
        Optional<Level> own = content.sheet().level(item.questionId(), shift);
        own.ifPresent(given::add);
        lines.add(line(who(content), own.map(SheetTable::words)));
        content.self().ifPresent(self -> {
            Optional<Level> level = self.ratings().stream()
                    .filter(one -> one.questionId().equals(item.questionId()) && one.shift() == shift)
                    .map(SelfRating::level)
                    .findFirst();
            level.ifPresent(given::add);
            lines.add(line(text("table.candidate"), level.map(SheetTable::words)));
        });
        gap(given).ifPresent(apart -> lines.add(part("div", "xs absent", text("table.apart", apart))));
        return lines;
    }

    /** How far the numbers lie apart, when that is worth talking about. Not observed is no number. */
    private static Optional<Integer> gap(List<Level> given) {
        var numbers =
                given.stream().flatMapToInt(level -> level.value().stream()).summaryStatistics();
        int apart = numbers.getCount() < 2 ? 0 : numbers.getMax() - numbers.getMin();
        return apart < WORTH_TALKING ? Optional.empty() : Optional.of(apart);
    }

    private static List<HtmlContainer> traps(AgendaItem item, AgendaItem.Trap trap, Content content) {
        List<HtmlContainer> lines = new ArrayList<>();
        lines.add(part("div", "xs muted", trap.name()));
        lines.add(line(
                who(content), content.sheet().trap(item.questionId(), trap.id()).map(judgement -> name(judgement))));
        return lines;
    }

    /** Whose value a line holds; alone that needs no saying. */
    private static String who(Content content) {
        return content.self().isPresent() ? text("table.you") : "";
    }

    private static HtmlContainer line(String who, Optional<String> value) {
        HtmlContainer line = part("div", "cell-line");
        if (!who.isEmpty()) {
            line.add(span("xs muted", who));
        }
        line.add(value.map(words -> span("", words)).orElseGet(() -> span("absent", text("table.missing"))));
        return line;
    }

    private static String words(Level level) {
        return level == Level.NOT_OBSERVED ? text("scale.not-observed") : Integer.toString(level.key());
    }

    private static HtmlContainer header(String scope, String words) {
        HtmlContainer header = part("th", "", words);
        header.getElement().setAttribute("scope", scope);
        return header;
    }
}
