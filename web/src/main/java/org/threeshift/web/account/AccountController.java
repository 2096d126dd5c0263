package org.threeshift.web.account;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Outcome;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Photos;
import org.threeshift.core.people.Profiles;
import org.threeshift.core.people.Profiles.Said;
import org.threeshift.core.people.ZoneQuestions;

/** What a person says about themselves: name, pronouns, time zone, languages, what they aim for, a picture. */
@Controller
final class AccountController {
    private static final Set<String> SAVED = Set.of("details", "photo", "photo-removed");

    private final Profiles profiles;
    private final Photos photos;
    private final Banks banks;
    private final CurrentPerson currentPerson;

    private final ZoneQuestions zones;

    AccountController(Profiles profiles, Photos photos, Banks banks, CurrentPerson currentPerson, ZoneQuestions zones) {
        this.zones = zones;
        this.profiles = profiles;
        this.photos = photos;
        this.banks = banks;
        this.currentPerson = currentPerson;
    }

    /** @param saved which part was saved just now */
    @GetMapping("/account")
    ModelAndView show(@RequestParam(defaultValue = "") String saved) {
        Person person = currentPerson.required();
        return page(Said.of(person), Complaints.NONE, SAVED.contains(saved) ? saved : "", HttpStatus.OK);
    }

    /** @param add {@code language} to get the form back with one more place for a language, and nothing kept */
    @PostMapping("/account")
    ModelAndView change(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String zone,
            @RequestParam(defaultValue = "") String pronouns,
            @RequestParam(defaultValue = "") List<String> language,
            @RequestParam(defaultValue = "") String targetRole,
            @RequestParam(defaultValue = "") String seniority,
            @RequestParam(defaultValue = "") String add) {
        Person person = currentPerson.required();
        var said = new Said(name, zone, pronouns, language, targetRole, seniority);
        if (add.equals("language")) {
            return page(said, Complaints.NONE, "", HttpStatus.OK).addObject("asked", true);
        }
        return switch (profiles.change(person, said)) {
            case Outcome.Done(var changed) -> {
                zones.answer(changed, changed.zone());
                yield new ModelAndView("redirect:/account?saved=details");
            }
            case Outcome.Refused(var problems) ->
                page(said, new Complaints(problems), "", HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @PostMapping("/account/photo")
    ModelAndView photo(@RequestParam(required = false) Optional<MultipartFile> photo) throws IOException {
        Person person = currentPerson.required();
        byte[] upload = photo.isEmpty() ? new byte[0] : photo.get().getBytes();
        return switch (photos.put(person, upload)) {
            case Outcome.Done(var _) -> new ModelAndView("redirect:/account?saved=photo");
            case Outcome.Refused(var problems) ->
                page(Said.of(person), new Complaints(problems), "", HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @PostMapping("/account/photo/remove")
    ModelAndView removePhoto() {
        photos.remove(currentPerson.required());
        return new ModelAndView("redirect:/account?saved=photo-removed");
    }

    private ModelAndView page(Said said, Complaints complaints, String saved, HttpStatus status) {
        var view = new ModelAndView("account/account", status);
        view.addObject("person", currentPerson.required());
        view.addObject("said", said);
        view.addObject("zones", Zones.choices());
        view.addObject("roles", banks.roles());
        view.addObject("asked", false);
        view.addObject("complaints", complaints);
        view.addObject("saved", saved);
        return view;
    }
}
