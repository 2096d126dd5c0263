package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What waits to be saved lies in the browser tab, too. Should this node die meanwhile, the tab hands it in again wherever it
 * comes up next, under the same ids.
 */
@Tag("interview-carried")
final class CarriedEntries extends HtmlContainer {
    private static final String ENTRIES = "event.detail";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    CarriedEntries(Screen first, Desk desk) {
        addClassName("said");
        getElement().setAttribute("whose", first.drafts()).setAttribute("data-lost", text("saved.keys-lost"));
        getElement()
                .addEventListener("carried", event -> {
                    String entries = event.getEventData().get(ENTRIES).asString();
                    desk.act(now -> now.again(read(entries)));
                })
                .addEventData(ENTRIES);
    }

    void show(Screen screen) {
        List<CarriedEntry> entries = screen.carried();
        getElement().setAttribute("entries", entries.isEmpty() ? "" : json(entries));
    }

    static String json(List<CarriedEntry> entries) {
        return JSON.writeValueAsString(entries);
    }

    /** Nothing when it is not readable: a browser's storage is anybody's at that browser. */
    static List<CarriedEntry> read(String entries) {
        try {
            CarriedEntry[] read = JSON.readValue(entries, CarriedEntry[].class);
            return read == null ? List.of() : List.of(read);
        } catch (JacksonException unreadable) {
            return List.of();
        }
    }
}
