package org.threeshift.web.entry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
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
import org.threeshift.web.page.Patience;
import org.threeshift.web.page.Texts;
import org.threeshift.web.security.Browsers;
import org.threeshift.web.security.ReturnAddress;
import org.threeshift.web.security.SignIn;

/** Signs in by a link that is mailed. It opens a page with a button, so that programs that follow links in mail use nothing up. */
@Controller
final class LinkSignInController {
    private final EntryRequests requests;
    private final MailedLinks links;
    private final SignIn signIn;
    private final Browsers browsers;
    private final FrontDoor door;
    private final Texts texts;

    LinkSignInController(
            EntryRequests requests, MailedLinks links, SignIn signIn, Browsers browsers, FrontDoor door, Texts texts) {
        this.requests = requests;
        this.links = links;
        this.signIn = signIn;
        this.browsers = browsers;
        this.door = door;
        this.texts = texts;
    }

    @GetMapping("/sign-in/link")
    ModelAndView form(@RequestParam(defaultValue = "") String next) {
        ReturnAddress target = ReturnAddress.of(next);
        return door.inside()
                ? new ModelAndView("redirect:" + target.path())
                : form(target, "", Complaint.NONE, HttpStatus.OK);
    }

    @PostMapping("/sign-in/link")
    ModelAndView ask(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        ReturnAddress target = ReturnAddress.of(next);
        String path = target.isHome() ? "" : target.path();
        return switch (requests.signInLink(email, path, browsers.origin(request))) {
            case Asked.Noted() -> Sent.page("link", email, "/sign-in/link", Map.of("next", path));
            case Asked.Malformed(var problems) ->
                form(target, email, Complaint.of(problems), HttpStatus.UNPROCESSABLE_CONTENT);
            case Asked.Refused(var refusal) ->
                form(target, email, Complaint.of(refusal), HttpStatus.UNPROCESSABLE_CONTENT);
            case Asked.TooSoon(var left) -> {
                Patience.ask(left, request, response);
                yield form(target, email, Complaint.form(Patience.sentence(left, texts)), HttpStatus.TOO_MANY_REQUESTS);
            }
        };
    }

    @GetMapping("/sign-in/link/{token}")
    ModelAndView open(@PathVariable String token) {
        Opened opened = links.open(new Token(token), Purpose.SIGN_IN);
        if (!(opened instanceof Opened.Valid valid)) {
            return over(opened);
        }
        var view = new ModelAndView("entry/linkConfirm");
        view.addObject("name", valid.person().name());
        return view;
    }

    @PostMapping("/sign-in/link/{token}")
    ModelAndView use(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        Optional<Opened.Valid> used = links.signIn(new Token(token));
        if (used.isEmpty()) {
            return over(links.open(new Token(token), Purpose.SIGN_IN));
        }
        ReturnAddress target = ReturnAddress.of(used.get().next());
        ReturnAddress next = signIn.as(used.get().person(), SignIn.Way.LINK, target, request, response);
        return new ModelAndView("redirect:" + next.path());
    }

    private static ModelAndView over(Opened opened) {
        return switch (opened) {
            case Opened.Used() -> Closed.page("link.used", "/sign-in/link", HttpStatus.GONE);
            case Opened.Expired(), Opened.Valid(var _, var _) ->
                Closed.page("link.expired", "/sign-in/link", HttpStatus.GONE);
            case Opened.Unknown() -> Closed.page("link.unknown", "/sign-in/link", HttpStatus.NOT_FOUND);
        };
    }

    private static ModelAndView form(ReturnAddress target, String email, Complaint complaint, HttpStatus status) {
        var view = new ModelAndView("entry/link", status);
        view.addObject("email", email.strip());
        view.addObject("next", target.isHome() ? "" : target.path());
        view.addObject("complaint", complaint);
        return view;
    }
}
