package org.threeshift.web.entry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.entry.EntryRequests;
import org.threeshift.core.entry.EntryRequests.Applicant;
import org.threeshift.core.entry.EntryRequests.Asked;
import org.threeshift.core.entry.Invites;
import org.threeshift.core.entry.Invites.Shown;
import org.threeshift.core.entry.Registrations;
import org.threeshift.core.entry.Registrations.Made;
import org.threeshift.core.id.Token;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Person;
import org.threeshift.web.page.Patience;
import org.threeshift.web.page.Texts;
import org.threeshift.web.security.Browsers;
import org.threeshift.web.security.ReturnAddress;
import org.threeshift.web.security.SignIn;

/**
 * The way in for whoever holds an invitation to the installation. One that was mailed shows by itself that the address is its holder's; with one
 * that was handed over the address is confirmed first.
 */
@Controller
final class InvitationController {
    private final Invites invites;
    private final EntryRequests requests;
    private final Registrations registrations;
    private final CurrentPerson currentPerson;
    private final SignIn signIn;
    private final Browsers browsers;
    private final Texts texts;

    InvitationController(
            Invites invites,
            EntryRequests requests,
            Registrations registrations,
            CurrentPerson currentPerson,
            SignIn signIn,
            Browsers browsers,
            Texts texts) {
        this.invites = invites;
        this.requests = requests;
        this.registrations = registrations;
        this.currentPerson = currentPerson;
        this.signIn = signIn;
        this.browsers = browsers;
        this.texts = texts;
    }

    @GetMapping("/invitation/{token}")
    ModelAndView open(@PathVariable String token) {
        return answer(token, shown -> page(token, shown, Applying.nothing(), Complaint.NONE, HttpStatus.OK));
    }

    @PostMapping("/invitation/{token}")
    ModelAndView accept(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String zone,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Person> member = currentPerson.get().filter(person -> !person.guest());
        return answer(token, shown -> {
            if (member.isPresent()) {
                return registrations.accept(new Token(token), member.get()) instanceof Made.Done done
                        ? new ModelAndView("redirect:" + Arrival.target(done).path())
                        : Closed.page("invitation.used", "/home", HttpStatus.GONE);
            }
            var applying = new Applying(name, email, zone);
            return shown.invite().email().isPresent()
                    ? accepted(token, shown, applying, password, request, response)
                    : registered(token, shown, applying, password, request, response);
        });
    }

    private ModelAndView accepted(
            String token,
            Shown shown,
            Applying applying,
            String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        Made made = registrations.accept(new Token(token), applying.name(), password, applying.zone());
        return switch (made) {
            case Made.Done done -> Arrival.of(done, signIn, request, response);
            case Made.Malformed(var problems) ->
                page(token, shown, applying, Complaint.of(problems), HttpStatus.UNPROCESSABLE_CONTENT);
            case Made.Refused(var refusal) ->
                page(token, shown, applying, Complaint.of(refusal), HttpStatus.UNPROCESSABLE_CONTENT);
            case Made.TooSoon(var left) -> tooSoon(left, token, shown, applying, request, response);
        };
    }

    private ModelAndView registered(
            String token,
            Shown shown,
            Applying applying,
            String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        Asked asked = requests.register(
                new Applicant(applying.name(), applying.email(), password, applying.zone()),
                Optional.of(shown.invite()),
                browsers.mark(request, response));
        return switch (asked) {
            case Asked.Noted() -> RegisterController.sent(applying.email());
            case Asked.Malformed(var problems) ->
                page(token, shown, applying, Complaint.of(problems), HttpStatus.UNPROCESSABLE_CONTENT);
            case Asked.Refused(var refusal) ->
                page(token, shown, applying, Complaint.of(refusal), HttpStatus.UNPROCESSABLE_CONTENT);
            case Asked.TooSoon(var left) -> tooSoon(left, token, shown, applying, request, response);
        };
    }

    private ModelAndView tooSoon(
            java.time.Duration left,
            String token,
            Shown shown,
            Applying applying,
            HttpServletRequest request,
            HttpServletResponse response) {
        Patience.ask(left, request, response);
        return page(
                token, shown, applying, Complaint.form(Patience.sentence(left, texts)), HttpStatus.TOO_MANY_REQUESTS);
    }

    private ModelAndView answer(String token, java.util.function.Function<Shown, ModelAndView> usable) {
        Optional<Shown> found = invites.show(new Token(token));
        if (found.isEmpty()) {
            return Closed.page("invitation.unknown", "/sign-in", HttpStatus.NOT_FOUND);
        }
        return switch (found.get().state()) {
            case OPEN -> {
                if (found.get().closed()) {
                    yield Closed.page("register.closed", "/sign-in", HttpStatus.GONE);
                }
                yield own(found.get())
                        ? Closed.page("invitation.own", "/invitations", HttpStatus.OK)
                        : usable.apply(found.get());
            }
            case USED -> Closed.page("invitation.used", "/sign-in", HttpStatus.GONE);
            case REVOKED -> Closed.page("invitation.revoked", "/sign-in", HttpStatus.GONE);
            case EXPIRED -> Closed.page("invitation.expired", "/sign-in", HttpStatus.GONE);
        };
    }

    /** Whoever made it would use it up. */
    private boolean own(Shown shown) {
        return currentPerson
                .get()
                .map(Person::id)
                .filter(shown.invite().by()::equals)
                .isPresent();
    }

    private ModelAndView page(String token, Shown shown, Applying applying, Complaint complaint, HttpStatus status) {
        var view = new ModelAndView("entry/invitation", status);
        view.addObject("shown", shown);
        view.addObject("member", currentPerson.get().filter(person -> !person.guest()));
        view.addObject("applying", applying);
        view.addObject("complaint", complaint);
        view.addObject(
                "signIn",
                "/sign-in?" + ReturnAddress.PARAMETER + "="
                        + URLEncoder.encode("/invitation/" + token, StandardCharsets.UTF_8));
        return view;
    }
}
