package org.threeshift.web.entry;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.threeshift.core.cohort.CohortId;
import org.threeshift.core.cohort.Cohorts;
import org.threeshift.core.entry.Invite;
import org.threeshift.core.entry.InviteId;
import org.threeshift.core.entry.Invites;
import org.threeshift.core.entry.Invites.Made;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Problem;
import org.threeshift.core.people.Role;
import org.threeshift.web.page.Choice;
import org.threeshift.web.page.Texts;

/** Where admins and coaches invite, and see what became of their invitations. */
@Controller
final class InvitationsController {
    private final Invites invites;
    private final Cohorts cohorts;
    private final CurrentPerson currentPerson;
    private final FrontDoor door;
    private final Texts texts;

    InvitationsController(Invites invites, Cohorts cohorts, CurrentPerson currentPerson, FrontDoor door, Texts texts) {
        this.invites = invites;
        this.cohorts = cohorts;
        this.currentPerson = currentPerson;
        this.door = door;
        this.texts = texts;
    }

    /**
     * @param done {@code sent} or {@code revoked} just now
     * @param page from 0
     * @param cohort for which an invitation is to be made
     */
    @GetMapping("/invitations")
    ModelAndView list(
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(defaultValue = "0") String page,
            @RequestParam(defaultValue = "") String cohort,
            @RequestParam(defaultValue = "") String done) {
        var wanted = new Inviting("", Role.MEMBER.name(), cohort);
        ModelAndView view = page(wanted, Complaint.NONE, Optional.empty(), stateOf(state), number(page), HttpStatus.OK);
        view.addObject("done", done.equals("sent") || done.equals("revoked") ? done : "");
        return view;
    }

    @PostMapping("/invitations")
    ModelAndView invite(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String cohort) {
        Person by = inviting();
        var typed = new Inviting(email, role, cohort);
        Optional<Role> known = Arrays.stream(Role.values())
                .filter(one -> one.name().equals(role))
                .findFirst();
        if (known.isEmpty()) {
            return refused(typed, Complaint.of(List.of(Problem.ROLE_UNKNOWN)));
        }
        Optional<CohortId> wanted = cohort.isBlank() ? Optional.empty() : cohortOf(cohort);
        if (!cohort.isBlank() && wanted.isEmpty()) {
            return refused(typed, Complaint.of(org.threeshift.core.entry.Refusal.COHORT_NOT_YOURS));
        }
        Optional<String> address = Optional.of(email).filter(one -> !one.isBlank());
        return made(() -> invites.invite(by, address, known.get(), wanted), typed);
    }

    @PostMapping("/invitations/{invite}/renew")
    ModelAndView renew(@PathVariable String invite) {
        Person by = inviting();
        InviteId id = id(invite);
        return made(() -> invites.renew(by, id), Inviting.NOTHING);
    }

    @PostMapping("/invitations/{invite}/revoke")
    ModelAndView revoke(@PathVariable String invite) {
        if (!invites.revoke(inviting(), id(invite))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new ModelAndView("redirect:/invitations?done=revoked");
    }

    /** A link to hand over is shown in the answer itself: a redirect would have to keep the secret somewhere. */
    private ModelAndView made(Supplier<Made> making, Inviting typed) {
        return switch (making.get()) {
            case Made.NotThere() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case Made.Refused(var refusal) -> refused(typed, Complaint.of(refusal));
            case Made.Done(var invite, var token) ->
                invite.email().isPresent()
                        ? new ModelAndView("redirect:/invitations?done=sent")
                        : page(
                                Inviting.NOTHING,
                                Complaint.NONE,
                                Optional.of(ServletUriComponentsBuilder.fromCurrentContextPath()
                                        .path("/invitation/{token}")
                                        .buildAndExpand(token.text())
                                        .toUriString()),
                                Invite.State.OPEN,
                                0,
                                HttpStatus.CREATED);
        };
    }

    private ModelAndView refused(Inviting typed, Complaint complaint) {
        return page(typed, complaint, Optional.empty(), Invite.State.OPEN, 0, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView page(
            Inviting typed,
            Complaint complaint,
            Optional<String> link,
            Invite.State state,
            int number,
            HttpStatus status) {
        Person by = inviting();
        var view = new ModelAndView("entry/invitations", status);
        view.addObject(
                "found",
                invites.list(by, state, number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        view.addObject("state", state);
        view.addObject("number", number);
        view.addObject("typed", typed);
        view.addObject("complaint", complaint);
        view.addObject("link", link);
        view.addObject("roles", roles(by));
        view.addObject("cohorts", cohorts(by));
        view.addObject("registration", door.registration());
        view.addObject("done", "");
        return view;
    }

    private List<Choice> roles(Person by) {
        Stream<Role> offered =
                by.role() == Role.ADMIN ? Stream.of(Role.MEMBER, Role.COACH, Role.ADMIN) : Stream.of(Role.MEMBER);
        return offered.map(role -> new Choice(
                        role.name(),
                        texts.name(role),
                        texts.text("account.people.role." + role.name().toLowerCase(Locale.ROOT))))
                .toList();
    }

    private List<Choice> cohorts(Person by) {
        if (by.role() == Role.ADMIN) {
            return cohorts.goingOn(by).stream()
                    .map(cohort -> new Choice(cohort.id().toString(), cohort.name()))
                    .toList();
        }
        return cohorts.of(by.id()).stream()
                .map(cohort -> new Choice(cohort.id().toString(), cohort.name()))
                .toList();
    }

    /** For everybody else there is no such page. */
    private Person inviting() {
        Person person = currentPerson.required();
        if (!Invites.invites(person)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return person;
    }

    private static Optional<CohortId> cohortOf(String typed) {
        try {
            return Optional.of(CohortId.of(typed));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static InviteId id(String text) {
        return InviteId.parse(text).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Invite.State stateOf(String typed) {
        return Arrays.stream(Invite.State.values())
                .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(typed))
                .findFirst()
                .orElse(Invite.State.OPEN);
    }

    private static int number(String typed) {
        return typed.matches("[0-9]{1,4}") ? Integer.parseInt(typed) : 0;
    }
}
