package org.threeshift.web.entry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.entry.EntryRequests;
import org.threeshift.core.entry.EntryRequests.Asked;
import org.threeshift.core.entry.MailedLinks;
import org.threeshift.core.entry.MailedLinks.Opened;
import org.threeshift.core.entry.MailedLinks.Purpose;
import org.threeshift.core.id.Token;
import org.threeshift.core.people.Outcome;
import org.threeshift.core.people.Person;
import org.threeshift.web.page.Patience;
import org.threeshift.web.page.Texts;
import org.threeshift.web.security.Browsers;
import org.threeshift.web.security.Sessions;

/** A new password for whoever forgot theirs, by a link that is mailed. Afterwards everybody signs in anew, everywhere. */
@Controller
final class ForgotController {
    private final EntryRequests requests;
    private final MailedLinks links;
    private final Sessions sessions;
    private final Browsers browsers;
    private final Texts texts;

    ForgotController(EntryRequests requests, MailedLinks links, Sessions sessions, Browsers browsers, Texts texts) {
        this.requests = requests;
        this.links = links;
        this.sessions = sessions;
        this.browsers = browsers;
        this.texts = texts;
    }

    @GetMapping("/forgot")
    ModelAndView form() {
        return form("", Complaint.NONE, HttpStatus.OK);
    }

    @PostMapping("/forgot")
    ModelAndView ask(
            @RequestParam(defaultValue = "") String email, HttpServletRequest request, HttpServletResponse response) {
        return switch (requests.reset(email, browsers.origin(request))) {
            case Asked.Noted() -> Sent.page("reset", email, "/forgot", Map.of());
            case Asked.Malformed(var problems) -> form(email, Complaint.of(problems), HttpStatus.UNPROCESSABLE_CONTENT);
            case Asked.Refused(var refusal) -> form(email, Complaint.of(refusal), HttpStatus.UNPROCESSABLE_CONTENT);
            case Asked.TooSoon(var left) -> {
                Patience.ask(left, request, response);
                yield form(email, Complaint.form(Patience.sentence(left, texts)), HttpStatus.TOO_MANY_REQUESTS);
            }
        };
    }

    @GetMapping("/forgot/{token}")
    ModelAndView open(@PathVariable String token) {
        Opened opened = links.open(new Token(token), Purpose.RESET);
        return opened instanceof Opened.Valid valid
                ? reset(valid.person(), Complaint.NONE, HttpStatus.OK)
                : over(opened);
    }

    @PostMapping("/forgot/{token}")
    ModelAndView set(@PathVariable String token, @RequestParam(defaultValue = "") String password) {
        Opened opened = links.open(new Token(token), Purpose.RESET);
        if (!(opened instanceof Opened.Valid valid)) {
            return over(opened);
        }
        return switch (links.reset(new Token(token), password)) {
            case Outcome.Done(var person) -> {
                sessions.endAll(person.id());
                yield new ModelAndView("redirect:/sign-in?saved=password");
            }
            case Outcome.Refused(var problems) ->
                reset(valid.person(), Complaint.of(problems), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static ModelAndView over(Opened opened) {
        return switch (opened) {
            case Opened.Used() -> Closed.page("reset.used", "/forgot", HttpStatus.GONE);
            case Opened.Expired(), Opened.Valid(var _, var _) ->
                Closed.page("reset.expired", "/forgot", HttpStatus.GONE);
            case Opened.Unknown() -> Closed.page("reset.unknown", "/forgot", HttpStatus.NOT_FOUND);
        };
    }

    private static ModelAndView form(String email, Complaint complaint, HttpStatus status) {
        var view = new ModelAndView("entry/forgot", status);
        view.addObject("email", email.strip());
        view.addObject("complaint", complaint);
        return view;
    }

    private static ModelAndView reset(Person person, Complaint complaint, HttpStatus status) {
        var view = new ModelAndView("entry/reset", status);
        view.addObject("person", person);
        view.addObject("complaint", complaint);
        return view;
    }
}
