package org.threeshift.web.account;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.people.SetupLinks.Opened;

/** The page behind a one-time link that opens nothing any more. */
final class LinkOver {
    private LinkOver() {}

    /** @param purpose the middle part of the sentences' keys */
    static ModelAndView page(String purpose, Opened opened) {
        return switch (opened) {
            case Opened.Expired() -> page(purpose, "expired", HttpStatus.GONE);
            case Opened.Used() -> page(purpose, "used", HttpStatus.GONE);
            case Opened.Unknown() -> page(purpose, "unknown", HttpStatus.NOT_FOUND);
            case Opened.Valid(var _) -> throw new IllegalArgumentException("the link is valid");
        };
    }

    static ModelAndView page(String purpose, String why, HttpStatus status) {
        var view = new ModelAndView("account/linkOver", status);
        view.addObject("key", "account." + purpose + "." + why);
        return view;
    }
}
