package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.span;
import static org.threeshift.interviewer.shell.Parts.write;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Span;

/**
 * Whether what was done last is saved. "Saved" comes from the log alone; "saving" and "no connection" come from the browser,
 * which knows what is on its way.
 */
@Tag("interview-saved")
final class SavedLine extends HtmlContainer {
    private final Span saved = span("saved", "");
    private final Span deed = span("deed", "");

    SavedLine() {
        addClassNames("saved-line", "num");
        getElement().setAttribute("spoken-lost", text("saved.lost")).setAttribute("spoken-back", text("saved.back"));
        add(deed, saved, span("saving", text("saved.saving")), span("lost", text("saved.lost")));
    }

    void show(Screen screen) {
        write(
                saved,
                switch (screen.saved()) {
                    case SavedState.Nothing() -> text("saved.nothing");
                    case SavedState.At(var at, var _) ->
                        text("saved.at", Times.second(at, screen.person().zone()));
                    case SavedState.Saving _ -> text("saved.saving");
                    case SavedState.Waiting(var _, var entries) ->
                        entries == 0 ? text("saved.away") : text("saved.waiting", entries);
                    case SavedState.Not(var sentence) -> text("saved.not", sentence);
                });
        write(
                deed,
                switch (screen.saved()) {
                    case SavedState.At(var _, var words) -> words;
                    case SavedState.Saving(var words) -> words;
                    case SavedState.Waiting(var words, var _) -> words;
                    case SavedState.Nothing(), SavedState.Not _ -> "";
                });
        saved.setClassName(
                "bad", screen.saved() instanceof SavedState.Not || screen.saved() instanceof SavedState.Waiting);
    }
}
