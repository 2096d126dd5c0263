package org.threeshift.interviewer.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.threeshift.core.rubric.Shift;

/** Small parts of screens, in the classes that the style sheets know. */
public final class Parts {
    private Parts() {}

    /** @param classes space-separated; may be empty */
    public static HtmlContainer part(String tag, String classes, Component... children) {
        var part = new HtmlContainer(tag);
        classes(part, classes);
        part.add(children);
        return part;
    }

    public static HtmlContainer part(String tag, String classes, String text) {
        var part = new HtmlContainer(tag);
        classes(part, classes);
        part.setText(text);
        return part;
    }

    public static Span span(String classes, String text) {
        var span = new Span(text);
        classes(span, classes);
        return span;
    }

    public static HtmlContainer key(String key) {
        HtmlContainer kbd = part("kbd", "", key);
        kbd.getElement().setAttribute("aria-hidden", "true");
        return kbd;
    }

    /** Changes what a part says, if it says something else: what is set anew is sent to the browser anew. */
    public static void write(HasText part, String text) {
        if (!part.getText().equals(text)) {
            part.setText(text);
        }
    }

    /** A button that announces and takes its key. */
    public static NativeButton button(String label, String classes, Runnable action) {
        var button = new NativeButton(label, _ -> action.run());
        button.addClassName("button");
        classes(button, classes);
        button.getElement().setAttribute("type", "button");
        return button;
    }

    /** A link that leaves the console for a page. */
    public static Anchor link(String address, String label, String classes) {
        var link = new Anchor(address, label);
        link.setRouterIgnore(true);
        classes(link, classes);
        return link;
    }

    /** The shape of a shift, so that colour is never alone. */
    public static HtmlContainer marker(Shift shift) {
        HtmlContainer marker = part("i", "marker " + shiftClass(shift));
        marker.getElement().setAttribute("aria-hidden", "true");
        return marker;
    }

    public static String shiftClass(Shift shift) {
        return "shift-" + shift.name().toLowerCase(Locale.ROOT);
    }

    private static void classes(com.vaadin.flow.component.HasStyle part, String classes) {
        if (!classes.isBlank()) {
            part.addClassNames(classes.split(" "));
        }
    }
}
