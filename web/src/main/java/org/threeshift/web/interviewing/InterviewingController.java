package org.threeshift.web.interviewing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.interview.InterviewIndex;
import org.threeshift.core.interviewing.Interviewing;
import org.threeshift.core.interviewing.MyInterviewing;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/** My interviewing: for whoever interviews, about themselves. */
@Controller
final class InterviewingController {
    private final MyInterviewing interviewing;
    private final People people;
    private final CurrentPerson currentPerson;

    InterviewingController(MyInterviewing interviewing, People people, CurrentPerson currentPerson) {
        this.interviewing = interviewing;
        this.people = people;
        this.currentPerson = currentPerson;
    }

    @GetMapping("/interviewing")
    ModelAndView own() {
        Interviewing own = interviewing.of(currentPerson.required());
        var view = new ModelAndView("interviewing/own", "own", own);
        view.addObject("sheets", sheets(own.owed()));
        view.addObject("numbers", new Numbers(Locale.ROOT));
        return view;
    }

    private List<OwedSheet> sheets(List<InterviewIndex.Entry> owed) {
        Set<PersonId> wanted =
                owed.stream().flatMap(entry -> entry.candidate().stream()).collect(Collectors.toSet());
        Map<PersonId, String> names =
                people.namesOf(wanted).stream().collect(Collectors.toMap(Person::id, Person::name));
        return owed.stream()
                .map(entry -> new OwedSheet(
                        entry,
                        entry.candidate()
                                .map(id -> names.getOrDefault(id, entry.invitee()))
                                .orElse(entry.invitee())))
                .toList();
    }
}
