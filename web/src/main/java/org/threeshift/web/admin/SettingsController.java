package org.threeshift.web.admin;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.settings.Installation;
import org.threeshift.core.settings.Settings;
import org.threeshift.web.page.Texts;

/** Where an admin says what the installation shall do. */
@Controller
final class SettingsController {
    private final Settings settings;
    private final CurrentPerson currentPerson;
    private final Texts texts;

    SettingsController(Settings settings, CurrentPerson currentPerson, Texts texts) {
        this.settings = settings;
        this.currentPerson = currentPerson;
        this.texts = texts;
    }

    @GetMapping("/settings")
    ModelAndView show(@RequestParam(defaultValue = "") String saved) {
        return page(SettingsForm.of(settings.current()), Map.of(), saved.equals("yes"), HttpStatus.OK);
    }

    @PostMapping("/settings")
    ModelAndView change(
            @RequestParam(defaultValue = "") String registration,
            @RequestParam(defaultValue = "false") String secondFactorForStaff,
            @RequestParam(defaultValue = "false") String coachNotesInExports,
            @RequestParam(defaultValue = "") String guestDays,
            @RequestParam(defaultValue = "") String mailDays,
            @RequestParam(defaultValue = "") String shareDays,
            @RequestParam(defaultValue = "") String erasureDays) {
        var form = new SettingsForm(
                registration,
                secondFactorForStaff.equals("true"),
                coachNotesInExports.equals("true"),
                guestDays,
                mailDays,
                shareDays,
                erasureDays);
        Map<String, String> problems = form.problems(texts);
        if (!problems.isEmpty()) {
            return page(form, problems, false, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Installation wanted = form.installation().orElseThrow();
        if (!settings.change(currentPerson.required(), wanted)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new ModelAndView("redirect:/settings?saved=yes");
    }

    private static ModelAndView page(
            SettingsForm form, Map<String, String> problems, boolean saved, HttpStatus status) {
        var view = new ModelAndView("admin/settings", status);
        view.addObject("form", form);
        view.addObject("problems", problems);
        view.addObject("saved", saved);
        return view;
    }
}
