package org.threeshift.web.entry;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** The page that says to look into one's mail. It is the same whether or not the address is somebody's. */
final class Sent {
    private Sent() {}

    /**
     * @param what   the middle part of the sentences' keys
     * @param action where the form goes that asks for another message
     * @param fields what that form sends
     */
    static ModelAndView page(String what, String email, String action, Map<String, String> fields) {
        var view = new ModelAndView("entry/sent", HttpStatus.OK);
        view.addObject("what", what);
        view.addObject("email", email.strip());
        view.addObject("action", action);
        view.addObject("fields", fields);
        return view;
    }
}
