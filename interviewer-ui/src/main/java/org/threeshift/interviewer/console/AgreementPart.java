package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.part;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.Locale;
import java.util.Optional;
import org.threeshift.core.analysis.Coefficient;
import org.threeshift.core.analysis.PanelAgreement;
import org.threeshift.core.analysis.Reading;
import org.threeshift.core.analysis.Reason;

/** How far a panel agrees, in words first: the numbers stand behind them. */
final class AgreementPart extends Section {
    /** Limits that lie further apart are part of the sentence. */
    private static final double WIDE = 0.2;

    AgreementPart(PanelAgreement agreement) {
        addClassNames("agreement", "stack-s");
        switch (agreement) {
            case PanelAgreement.TooLittle(var answers) ->
                add(new Paragraph(text("agreement.too-little", PanelAgreement.LEAST_ANSWERS, answers)));
            case PanelAgreement.Found found -> {
                add(new Paragraph(words(found.alpha(), "agreement.alpha.")));
                add(new Paragraph(found.mean()
                        .map(mean -> words(mean, "agreement.mean."))
                        .orElseGet(() ->
                                text("agreement.mean.too-little", PanelAgreement.LEAST_ANSWERS, found.complete()))));
                add(new NativeDetails(text("agreement.numbers"), details(found)));
            }
        }
    }

    private static HtmlContainer details(PanelAgreement.Found found) {
        HtmlContainer details =
                part("div", "stack-s small", part("p", "", numbers(found.alpha(), "agreement.alpha.numbers")));
        found.mean().ifPresent(mean -> details.add(part("p", "", numbers(mean, "agreement.mean.numbers"))));
        details.add(part("p", "muted", text("agreement.convention")));
        return details;
    }

    /** What it means, and how open it is. */
    static String words(Coefficient coefficient, String prefix) {
        Optional<Reading> reading = Reading.of(coefficient);
        if (reading.isEmpty()) {
            return text(prefix + "undefined", reason(coefficient));
        }
        String meaning = text(prefix + reading.get().name().toLowerCase(Locale.ROOT));
        double low = coefficient.low().orElse(0);
        double high = coefficient.high().orElse(0);
        return high - low > WIDE ? text("agreement.between", meaning, low, high) : meaning;
    }

    private static String numbers(Coefficient coefficient, String key) {
        if (coefficient.value().isEmpty()) {
            return text(key + ".none", reason(coefficient));
        }
        double value = coefficient.value().getAsDouble();
        return coefficient.low().isEmpty()
                ? text(key + ".alone", value, coefficient.n())
                : text(
                        key,
                        value,
                        coefficient.low().getAsDouble(),
                        coefficient.high().orElseThrow(),
                        coefficient.n());
    }

    private static String reason(Coefficient coefficient) {
        return coefficient.reason().map(Reason::sentence).orElse("");
    }
}
