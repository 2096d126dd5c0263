package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Texts.name;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.Tag;
import java.util.Map;
import java.util.TreeMap;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;
import tools.jackson.databind.json.JsonMapper;

/** What was entered and no server has heard yet, in words: the browser fills it in while the line is lost. */
@Tag("interview-waiting")
final class WaitingLine extends HtmlComponent {
    WaitingLine() {
        addClassName("waiting-line");
        getElement().setAttribute("data-words", JsonMapper.shared().writeValueAsString(words()));
    }

    /** By key; {0} is left for the browser to fill in. */
    static Map<String, String> words() {
        Map<String, String> words = new TreeMap<>();
        for (Level level : Level.values()) {
            words.put(Integer.toString(level.key()), Deed.level("{0}", level));
        }
        for (TrapJudgement judgement : TrapJudgement.values()) {
            words.put(Keys.of(judgement), text("deed.trap", name(judgement)));
        }
        for (Shift shift : Shift.values()) {
            words.put(Keys.of(shift), text("deed.height", name(shift)));
        }
        words.put("p", text("waiting.probe"));
        words.put("h", text("waiting.held"));
        words.put("j", text("waiting.not-held"));
        words.put(Keys.UNDO, text("waiting.undo"));
        words.put("note", text("waiting.note", "{0}"));
        words.put("other", text("waiting.key", "{0}"));
        words.put("one", text("waiting.one", "{0}"));
        words.put("all", text("waiting.all"));
        return words;
    }
}
