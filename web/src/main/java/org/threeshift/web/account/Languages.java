package org.threeshift.web.account;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.threeshift.web.page.Choice;

/** The languages that a form offers: those of ISO 639-1, by their English names. */
public final class Languages {
    private static final List<Choice> CHOICES = Arrays.stream(Locale.getISOLanguages())
            .filter(code -> code.length() == 2)
            .map(code -> new Choice(code, Locale.of(code).getDisplayLanguage(Locale.ENGLISH)))
            .filter(choice -> !choice.label().equals(choice.value()))
            .sorted(Comparator.comparing(Choice::label))
            .toList();

    private Languages() {}

    public static List<Choice> choices() {
        return CHOICES;
    }
}
