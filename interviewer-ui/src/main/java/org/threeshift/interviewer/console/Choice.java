package org.threeshift.interviewer.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.HtmlContainer;

/** One choice of several: a native radio button and what it stands for. */
final class Choice extends HtmlContainer {
    private final HtmlComponent radio = new HtmlComponent("input");

    /** @param group the name that joins the choices, once on the page */
    Choice(String group, String value, String classes, Runnable chosen, Component... content) {
        super("label");
        addClassNames(classes.split(" "));
        radio.getElement()
                .setAttribute("type", "radio")
                .setAttribute("name", group)
                .setAttribute("value", value)
                .addEventListener("change", _ -> chosen.run())
                .synchronizeProperty("checked");
        add(radio);
        add(content);
    }

    /** Keeps the choice in this browser tab until it is handed in. */
    void keptAs(String name) {
        radio.getElement().setAttribute("data-kept", name);
    }

    void show(boolean chosen, boolean enabled) {
        radio.getElement().setProperty("checked", chosen);
        radio.getElement().setAttribute("disabled", !enabled);
    }

    /** The browser has checked what was then refused: puts it right there too. */
    void insist() {
        boolean chosen = chosen();
        radio.getElement().executeJs("this.checked = $0", chosen);
    }

    boolean chosen() {
        return radio.getElement().getProperty("checked", false);
    }

    boolean enabled() {
        return !radio.getElement().hasAttribute("disabled");
    }
}
