package org.threeshift.web.room;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.consent.Consents;
import org.threeshift.core.consent.Subject;
import org.threeshift.core.id.Token;
import org.threeshift.core.invitee.MailedInvitees;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Outcome;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Problem;
import org.threeshift.web.page.Moments;
import org.threeshift.web.page.Texts;
import org.threeshift.web.security.ReturnAddress;
import org.threeshift.web.security.SignIn;
import org.threeshift.web.security.SignOuts;

/** The way in for whoever holds a link. Only a press of the button takes the chair. */
@Controller
@RequestMapping("/join/{token}")
final class JoinController {
    private final Doors doors;
    private final People people;
    private final SignIn signIn;
    private final SignOuts signOuts;
    private final CurrentPerson currentPerson;
    private final Consents consents;
    private final MailedInvitees invitees;
    private final Texts texts;
    private final InstantSource time;

    JoinController(
            Doors doors,
            People people,
            SignIn signIn,
            SignOuts signOuts,
            CurrentPerson currentPerson,
            Consents consents,
            MailedInvitees invitees,
            Texts texts,
            InstantSource time) {
        this.doors = doors;
        this.people = people;
        this.signIn = signIn;
        this.signOuts = signOuts;
        this.currentPerson = currentPerson;
        this.consents = consents;
        this.invitees = invitees;
        this.texts = texts;
        this.time = time;
    }

    @GetMapping
    ModelAndView look(@PathVariable String token, HttpServletResponse response) {
        keepSecret(response);
        return answer(token, doors.at(new Token(token), currentPerson.get()));
    }

    /**
     * @param name what a visitor without an account wants to be called
     * @param zone the visitor's time zone, as the browser knows it; the host's when it does not
     */
    @PostMapping
    ModelAndView enter(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String zone,
            HttpServletRequest request,
            HttpServletResponse response) {
        keepSecret(response);
        Optional<Person> visitor = currentPerson.get();
        Door door = doors.at(new Token(token), visitor);
        if (door instanceof Door.Back(var invited, var _, var guest)) {
            // Two people can hold such a link, so that only one of them is in.
            signOuts.others(guest.id(), request);
            signIn.as(guest, SignIn.Way.INVITATION, ReturnAddress.of(""), request, response);
            return answer(token, new Door.Entered(invited.interview()));
        }
        if (!(door instanceof Door.Open open)) {
            return answer(token, door);
        }
        if (visitor.isPresent()) {
            return answer(token, doors.enter(new Token(token), visitor.get()));
        }
        return switch (people.welcomeGuest(name, zone(zone, open.host()))) {
            case Outcome.Refused(var problems) ->
                page(token, open, name, problems.stream().findFirst().map(Problem::sentence));
            case Outcome.Done(var guest) -> {
                Door entered = doors.enter(new Token(token), guest);
                if (entered instanceof Door.Entered) {
                    consents.agree(guest.id(), Subject.GUEST);
                    signIn.as(guest, SignIn.Way.INVITATION, ReturnAddress.of(""), request, response);
                }
                yield answer(token, entered);
            }
        };
    }

    private ModelAndView answer(String token, Door door) {
        return switch (door) {
            case Door.Open open -> page(token, open, "", Optional.empty());
            case Door.Back(var _, var host, var guest) ->
                new ModelAndView(
                        "room/back", Map.of("host", host.name(), "guest", guest.name(), "action", "/join/" + token));
            case Door.Entered(var interview) -> new ModelAndView("redirect:/room/" + interview);
            case Door.Closed closed -> closed.page();
        };
    }

    private ModelAndView page(String token, Door.Open open, String name, Optional<String> problem) {
        var page = new ModelAndView("room/join");
        page.addObject("invited", open.invited());
        page.addObject("host", open.host());
        // For a browser without scripts, which does not tell its own zone.
        page.addObject("hostTime", new Moments(open.host().zone(), time.instant(), texts));
        page.addObject("action", "/join/" + token);
        page.addObject("signIn", signInAndBack(token));
        page.addObject("name", name);
        page.addObject("problem", problem.orElse(""));
        page.addObject("mailed", invitees.writes(open.invited().interview()));
        page.setStatus(problem.isPresent() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return page;
    }

    private static ZoneId zone(String typed, Person host) {
        return ZoneId.getAvailableZoneIds().contains(typed) ? ZoneId.of(typed) : host.zone();
    }

    private static String signInAndBack(String token) {
        return "/sign-in?" + ReturnAddress.PARAMETER + "="
                + URLEncoder.encode("/join/" + token, StandardCharsets.UTF_8);
    }

    /** The address is the secret: no other site learns it, no search engine keeps it. */
    private static void keepSecret(HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
    }
}
