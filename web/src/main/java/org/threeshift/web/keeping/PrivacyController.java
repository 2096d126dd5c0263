package org.threeshift.web.keeping;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.cohort.Agreement;
import org.threeshift.core.consent.ConsentText;
import org.threeshift.core.consent.Subject;

/** What we keep and why: true for this installation, with its own numbers. */
@Controller
final class PrivacyController {
    private final Kept kept;

    PrivacyController(Kept kept) {
        this.kept = kept;
    }

    @GetMapping("/privacy")
    ModelAndView show() {
        var view = new ModelAndView("keeping/privacy", "kinds", kept.kinds());
        List<ConsentText> texts =
                Arrays.stream(Subject.values()).map(ConsentText::newest).toList();
        view.addObject("texts", texts);
        view.addObject("cohort", Agreement.current());
        return view;
    }
}
