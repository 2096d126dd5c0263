package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.part;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** One of many, with the browser's own list. */
final class Select<T> extends Div {
    private final HtmlContainer list = new HtmlContainer("select");
    private List<T> values = List.of();
    private Consumer<Optional<T>> listener = _ -> {};

    Select(String label) {
        addClassName("field");
        list.addClassName("input");
        list.getElement()
                .addEventListener("change", _ -> listener.accept(chosen()))
                .synchronizeProperty("value");
        add(part("label", "", part("span", "", label), list));
    }

    void onChoose(Consumer<Optional<T>> chosen) {
        listener = chosen;
    }

    /** @param first the one that is chosen until another is; the first of all when none is meant */
    void show(List<T> choices, Function<T, String> label, Predicate<T> first) {
        if (choices.equals(values)) {
            return;
        }
        values = List.copyOf(choices);
        list.removeAll();
        for (int index = 0; index < values.size(); index++) {
            HtmlContainer option = part("option", "", label.apply(values.get(index)));
            option.getElement().setAttribute("value", Integer.toString(index));
            list.add(option);
        }
        int chosen = IntStream.range(0, values.size())
                .filter(index -> first.test(values.get(index)))
                .findFirst()
                .orElse(0);
        list.getElement().setProperty("value", Integer.toString(chosen));
    }

    Optional<T> chosen() {
        String index = list.getElement().getProperty("value", "0");
        return index.matches("\\d{1,4}") && Integer.parseInt(index) < values.size()
                ? Optional.of(values.get(Integer.parseInt(index)))
                : Optional.empty();
    }
}
