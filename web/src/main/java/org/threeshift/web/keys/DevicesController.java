package org.threeshift.web.keys;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.PersonId;
import org.threeshift.web.page.Texts;
import org.threeshift.web.security.Sessions;
import org.threeshift.web.security.SignOuts;

/** Where one is signed in, and how to end that. */
@Controller
final class DevicesController {
    private final Sessions sessions;
    private final SignOuts signOuts;
    private final CurrentPerson currentPerson;
    private final Texts texts;

    DevicesController(Sessions sessions, SignOuts signOuts, CurrentPerson currentPerson, Texts texts) {
        this.sessions = sessions;
        this.signOuts = signOuts;
        this.currentPerson = currentPerson;
        this.texts = texts;
    }

    /** @param ended what was ended just now: {@code one}, {@code others} or empty */
    @GetMapping("/account/devices")
    ModelAndView show(@RequestParam(defaultValue = "") String ended, HttpServletRequest request) {
        PersonId person = currentPerson.required().id();
        List<ShownDevice> devices = sessions.devices(person, request).stream()
                .map(device -> ShownDevice.of(device, texts))
                .toList();
        var view = new ModelAndView("keys/devices");
        view.addObject("devices", devices);
        view.addObject("ended", ended);
        return view;
    }

    @PostMapping("/account/devices/{device}/end")
    String end(@PathVariable String device) {
        if (!signOuts.one(currentPerson.required().id(), device)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "redirect:/account/devices?ended=one";
    }

    @PostMapping("/account/devices/end-others")
    String endOthers(HttpServletRequest request) {
        signOuts.others(currentPerson.required().id(), request);
        return "redirect:/account/devices?ended=others";
    }
}
