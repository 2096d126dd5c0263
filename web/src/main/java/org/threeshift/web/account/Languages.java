package org.threeshift.web.account;

import java.util.Comparator;
import java.util.List;
import org.threeshift.web.page.Choice;

/** The languages that a form offers, by their English names. */
public final class Languages {
    private static final List<Choice> CHOICES = org.threeshift.core.people.Languages.ALL.stream()
            .filter(code -> code.length() == 2)
            .map(code -> new Choice(code, name(code)))
            .filter(choice -> !choice.label().equals(choice.value()))
            .sorted(Comparator.comparing(Choice::label))
            .toList();

    private Languages() {}

    public static List<Choice> choices() {
        return CHOICES;
    }

    public static String name(String code) {
        return org.threeshift.core.people.Languages.name(code);
    }
}
