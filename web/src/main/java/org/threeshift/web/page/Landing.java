package org.threeshift.web.page;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.interview.InterviewIndex;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Person;
import org.threeshift.core.settings.Installation;
import org.threeshift.core.settings.Registration;
import org.threeshift.core.settings.Settings;

/** The front door: what Threeshift is for whoever is not signed in, the way home for everybody else, and for a guest to their interview. */
@Controller
final class Landing {
    private final ObjectProvider<CurrentPerson> currentPerson;
    private final ObjectProvider<Settings> settings;
    private final ObjectProvider<InterviewIndex> interviews;

    Landing(
            ObjectProvider<CurrentPerson> currentPerson,
            ObjectProvider<Settings> settings,
            ObjectProvider<InterviewIndex> interviews) {
        this.currentPerson = currentPerson;
        this.settings = settings;
        this.interviews = interviews;
    }

    @GetMapping("/")
    ModelAndView open() {
        Optional<Person> reader =
                Optional.ofNullable(currentPerson.getIfAvailable()).flatMap(CurrentPerson::get);
        if (reader.filter(person -> !person.guest()).isPresent()) {
            return new ModelAndView("redirect:/home");
        }
        return reader.flatMap(this::ahead)
                .map(interview -> new ModelAndView("redirect:/interviews/" + interview))
                .orElseGet(this::landing);
    }

    /** What a guest, who has no home here, came for. */
    private Optional<InterviewId> ahead(Person guest) {
        return Optional.ofNullable(interviews.getIfAvailable())
                .flatMap(index -> index.upcoming(guest.id()).stream().findFirst())
                .map(InterviewIndex.Entry::id);
    }

    private ModelAndView landing() {
        var view = new ModelAndView("landing/landing");
        Registration registration = Optional.ofNullable(settings.getIfAvailable())
                .map(Settings::current)
                .orElse(Installation.FRESH)
                .registration();
        view.addObject("registration", registration);
        return view;
    }
}
