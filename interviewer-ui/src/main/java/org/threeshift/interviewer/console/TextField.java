package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.part;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;

/** A label and what somebody types: a line, a text, a moment, or one of several. */
final class TextField extends Div {
    private static final String VALUE = "value";

    private final HtmlContainer input;
    private Runnable listener = () -> {};

    private TextField(String label, HtmlContainer input) {
        this.input = input;
        addClassName("field");
        input.addClassName("input");
        HtmlContainer words = part("label", "", part("span", "", label), input);
        input.getElement().addEventListener("change", _ -> listener.run()).synchronizeProperty(VALUE);
        add(words);
    }

    static TextField line(String label) {
        return new TextField(label, new HtmlContainer("input"));
    }

    static TextField area(String label) {
        var area = new HtmlContainer("textarea");
        area.getElement().setAttribute("rows", "3");
        return new TextField(label, area);
    }

    static TextField moment(String label) {
        var moment = new HtmlContainer("input");
        moment.getElement().setAttribute("type", "datetime-local");
        return new TextField(label, moment);
    }

    void onChange(Runnable changed) {
        listener = changed;
    }

    /** Keeps what is typed in this browser tab until it is taken. */
    TextField keptAs(String name) {
        input.getElement().setAttribute("data-kept", name);
        return this;
    }

    /** Puts what is kept in the place of the value. */
    void bringBack() {
        input.getElement().executeJs("""
                const kept = sessionStorage.getItem(this.dataset.kept);
                if (kept !== null) {
                  this.value = JSON.parse(kept);
                  this.dispatchEvent(new Event('change', { bubbles: true }));
                }
                """);
    }

    void forget() {
        input.getElement().executeJs("sessionStorage.removeItem(this.dataset.kept)");
    }

    String getValue() {
        return input.getElement().getProperty(VALUE, "");
    }

    void setValue(String value) {
        input.getElement().setProperty(VALUE, value);
        input.getElement().executeJs("this.value = $0", value);
    }

    void focus() {
        input.getElement().executeJs("this.focus()");
    }
}
