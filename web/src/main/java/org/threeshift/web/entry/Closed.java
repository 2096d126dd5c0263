package org.threeshift.web.entry;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** The page behind a link, or a door, that opens nothing now. */
final class Closed {
    private Closed() {}

    /** @param key of its sentences, after the feature's name, such as {@code reset.used} */
    static ModelAndView page(String key, String href, HttpStatus status) {
        var view = new ModelAndView("entry/closed", status);
        view.addObject("key", "entry." + key);
        view.addObject("href", href);
        return view;
    }
}
