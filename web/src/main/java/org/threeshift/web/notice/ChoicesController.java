package org.threeshift.web.notice;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.notice.Channel;
import org.threeshift.core.notice.Choices.Choice;
import org.threeshift.core.notice.Inbox;
import org.threeshift.core.notice.Kind;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Person;

/** By which ways a person wants to be told of what: a box for each kind and way that this installation has. */
@Controller
final class ChoicesController {
    private final Inbox inbox;
    private final ChoicesPage page;
    private final CurrentPerson currentPerson;

    ChoicesController(Inbox inbox, ChoicesPage page, CurrentPerson currentPerson) {
        this.inbox = inbox;
        this.page = page;
        this.currentPerson = currentPerson;
    }

    @GetMapping("/account/messages")
    ModelAndView show(@RequestParam(defaultValue = "") String saved) {
        return page.of(currentPerson.required(), saved, "");
    }

    /**
     * @param told  the boxes that are ticked, such as {@code BOOKED.EMAIL}; what is no box counts as none
     * @param whole says that this is the form: no box ticked is a choice too, and a request cut short is none
     */
    @PostMapping("/account/messages")
    ModelAndView choose(
            @RequestParam(defaultValue = "") List<String> told, @RequestParam(defaultValue = "") String whole) {
        if (!whole.equals("true")) {
            return new ModelAndView("redirect:/account/messages");
        }
        Person person = currentPerson.required();
        Set<Choice> offered = ChoicesPage.kinds(person).stream()
                .flatMap(kind -> page.channels().stream().map(channel -> new Choice(kind, channel)))
                .collect(Collectors.toUnmodifiableSet());
        Set<Choice> ticked = offered.stream()
                .filter(box -> told.contains(name(box.kind(), box.channel())))
                .collect(Collectors.toUnmodifiableSet());
        inbox.choose(person.id(), offered, ticked);
        return new ModelAndView("redirect:/account/messages?saved=choices");
    }

    private static String name(Kind kind, Channel channel) {
        return kind.name() + "." + channel.name();
    }
}
