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
import java.util.stream.Collectors;
import org.threeshift.core.interview.model.AgendaItem;
import org.threeshift.core.interview.model.Interview.SelfScore;
import org.threeshift.core.interview.model.Sheet;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;

/** Levels and judgements of every question that was posed; once they are open, the other sheets beside them. */
final class SheetTable extends Div {
    /** Everything that the table is made of: while it is the same, nothing is built anew. */
    private record Content(List<AgendaItem> items, List<Sheet> sheets, List<String> names, Optional<SelfScore> self) {}

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
        List<Sheet> sheets = new ArrayList<>();
        sheets.add(screen.view().sheet());
        sheets.addAll(screen.view().others());
        List<String> names = sheets.stream()
                .map(sheet -> sheet.interviewer().equals(screen.person().id())
                        ? text("table.you")
                        : screen.names().of(sheet.interviewer()))
                .toList();
        var content = new Content(items, sheets, names, screen.view().selfScore());
        getElement().setAttribute("hidden", items.isEmpty());
        if (shown.filter(content::equals).isEmpty()) {
            shown = Optional.of(content);
            removeAll();
            add(table(content));
        }
    }

    private HtmlContainer table(Content content) {
        HtmlContainer head = part("tr", "", header("col", text("table.question")), header("col", text("table.shift")));
        content.names().forEach(one -> head.add(header("col", one)));
        content.self().ifPresent(_ -> head.add(header("col", text("table.candidate"))));
        HtmlContainer body = part("tbody", "");
        for (AgendaItem item : content.items()) {
            rows(item, content).forEach(body::add);
        }
        return part("table", "table sheet-table", part("thead", "", head), body);
    }

    private List<HtmlContainer> rows(AgendaItem item, Content content) {
        List<HtmlContainer> rows = new ArrayList<>();
        for (Shift shift : item.shifts()) {
            HtmlContainer row = part("tr", "", part("td", "nowrap", marker(shift), span("", name(shift))));
            content.sheets().forEach(sheet -> row.add(cell(level(sheet.level(item.questionId(), shift)))));
            content.self()
                    .ifPresent(self -> row.add(cell(level(self.ratings().stream()
                            .filter(one -> one.questionId().equals(item.questionId()) && one.shift() == shift)
                            .map(one -> one.level())
                            .findFirst()))));
            rows.add(row);
        }
        HtmlContainer traps = part("tr", "", part("td", "muted", text("table.traps")));
        content.sheets().forEach(sheet -> traps.add(cell(traps(item, sheet))));
        content.self().ifPresent(_ -> traps.add(cell("")));
        rows.add(traps);
        HtmlContainer title = header("rowgroup", "");
        title.getElement().setAttribute("rowspan", Integer.toString(rows.size()));
        title.add(button(item.title(), "as-link", () -> desk.act(now -> now.choose(item.questionId()))));
        rows.getFirst().addComponentAsFirst(title);
        rows.getFirst().addClassName("first");
        return rows;
    }

    private static String traps(AgendaItem item, Sheet sheet) {
        return item.traps().stream()
                .map(trap -> text(
                        "table.trap",
                        trap.name(),
                        sheet.trap(item.questionId(), trap.id())
                                .map(judgement -> name(judgement))
                                .orElse(text("table.missing"))))
                .collect(Collectors.joining("; "));
    }

    private static String level(Optional<Level> level) {
        return level.map(one -> one == Level.NOT_OBSERVED ? text("scale.not-observed") : Integer.toString(one.key()))
                .orElse(text("table.missing"));
    }

    private static HtmlContainer cell(String words) {
        return part("td", "num", words);
    }

    private static HtmlContainer header(String scope, String words) {
        HtmlContainer header = part("th", "", words);
        header.getElement().setAttribute("scope", scope);
        return header;
    }
}
