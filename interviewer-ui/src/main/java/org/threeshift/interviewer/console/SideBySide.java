package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.part;
import static org.threeshift.interviewer.shell.Texts.name;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.threeshift.core.interview.InterviewerView;
import org.threeshift.core.interview.model.AgendaItem;
import org.threeshift.core.interview.model.Interview.SelfScore;
import org.threeshift.core.interview.model.Sheet;

/** The panel's sheets beside each other once they are open, with how far they lie apart; and the shadows' apart from them. */
final class SideBySide extends Section {
    /** So many places are named; of more only the number is. */
    private static final int NAMED = 3;

    private final Desk desk;
    private Optional<Content> shown = Optional.empty();

    /**
     * Everything that the part is made of: while it is the same, nothing is built anew.
     *
     * @param panel   the sheets that count, the viewer's first
     * @param shadows those that do not
     */
    record Content(
            List<AgendaItem> items,
            List<Column> panel,
            List<Column> shadows,
            Optional<SelfScore> self,
            Spreads spreads) {}

    /** @param name of whose sheet it is, as the viewer calls them */
    record Column(String name, Sheet sheet) {}

    SideBySide(Desk desk) {
        this.desk = desk;
        addClassNames("side-by-side", "stack");
    }

    /** Whether the viewer's own sheet stands in here, and so need not be shown again. */
    static boolean holdsOwn(Screen screen) {
        return opens(screen) && everything(screen.view()).anyMatch(sheet -> isOwn(screen, sheet));
    }

    /** With one sheet alone there is nothing to compare. */
    private static boolean opens(Screen screen) {
        InterviewerView view = screen.view();
        return !view.panel().isEmpty()
                && (everything(view).count() > 1 || view.panel().stream().noneMatch(sheet -> isOwn(screen, sheet)));
    }

    private static Stream<Sheet> everything(InterviewerView view) {
        return Stream.concat(view.panel().stream(), view.shadows().stream());
    }

    private static boolean isOwn(Screen screen, Sheet sheet) {
        return sheet.interviewer().equals(screen.person().id());
    }

    void show(Screen screen) {
        boolean open = opens(screen);
        getElement().setAttribute("hidden", !open);
        if (!open) {
            return;
        }
        List<AgendaItem> items = screen.view().setup().agenda().items().stream()
                .filter(item -> screen.posed(item.questionId()).isPresent())
                .toList();
        var content = new Content(
                items,
                columns(screen, screen.view().panel()),
                columns(screen, screen.view().shadows()),
                screen.view().selfScore(),
                new Spreads(items, screen.view().panel()));
        if (shown.filter(content::equals).isEmpty()) {
            shown = Optional.of(content);
            removeAll();
            build(content);
        }
    }

    private static List<Column> columns(Screen screen, List<Sheet> sheets) {
        return sheets.stream()
                .sorted(Comparator.comparing((Sheet sheet) -> !isOwn(screen, sheet))
                        .thenComparing(sheet -> screen.names().of(sheet.interviewer())))
                .map(sheet -> new Column(
                        isOwn(screen, sheet)
                                ? text("table.you")
                                : screen.names().of(sheet.interviewer()),
                        sheet))
                .toList();
    }

    private void build(Content content) {
        var table = new ComparedTable(content, desk);
        var widest = new Paragraph(widest(content.spreads()));
        widest.addClassName("widest-line");
        add(new H3(text("side-by-side.heading")));
        if (content.panel().size() > 1) {
            add(widest, new AgreementPart(content.spreads().agreement()));
        }
        add(table.ofPanel());
        if (!content.shadows().isEmpty()) {
            add(part(
                    "section",
                    "training stack",
                    part("div", "stack-s", new H3(text("training.heading")), new Paragraph(text("training.sentence"))),
                    table.ofShadows()));
        }
    }

    private static String widest(Spreads spreads) {
        List<Spreads.Placed> furthest = spreads.furthest();
        if (furthest.isEmpty()) {
            return text("side-by-side.agree");
        }
        if (furthest.size() > NAMED) {
            return text("side-by-side.widest-many", furthest.size(), spreads.widest());
        }
        return text(
                "side-by-side.widest",
                String.join(
                        "; ",
                        furthest.stream()
                                .map(placed -> text(
                                        "side-by-side.place",
                                        placed.item().title(),
                                        name(placed.shift()),
                                        placed.spread().low(),
                                        placed.spread().high()))
                                .toList()));
    }
}
