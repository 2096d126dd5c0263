package org.threeshift.web.pairs;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.pairs.WaitingRoom;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Person;

/** The waiting room: whoever is in it is put together with whoever else is. */
@Controller
@RequestMapping("/practice/now")
final class NowController {
    private final WaitingRoom room;
    private final PairCards cards;
    private final PracticeCards practice;
    private final CurrentPerson currentPerson;

    NowController(WaitingRoom room, PairCards cards, PracticeCards practice, CurrentPerson currentPerson) {
        this.room = room;
        this.cards = cards;
        this.practice = practice;
        this.currentPerson = currentPerson;
    }

    @GetMapping
    ModelAndView show() {
        Person person = currentPerson.required();
        LineCard line = line(room.look(person));
        if (line.goesTo().isPresent()) {
            return new ModelAndView("redirect:" + line.goesTo().get());
        }
        var view = new ModelAndView("pairs/now");
        view.addObject("line", line);
        view.addObject("practice", practice.of(person));
        return view;
    }

    @PostMapping
    ModelAndView join() {
        room.join(currentPerson.required());
        return new ModelAndView("redirect:/practice/now");
    }

    @PostMapping("/leave")
    ModelAndView leave() {
        room.leave(currentPerson.required());
        return new ModelAndView("redirect:/practice/now");
    }

    /** What the page's script asks for every two seconds, which also says that the page is open. */
    @GetMapping("/line")
    ModelAndView look(HttpServletResponse response) {
        response.setHeader("Cache-Control", CacheControl.noStore().getHeaderValue());
        var view = new ModelAndView("pairs/line");
        view.addObject("line", line(room.look(currentPerson.required())));
        return view;
    }

    private LineCard line(WaitingRoom.Standing standing) {
        return LineCard.of(standing, room.estimate(), cards);
    }
}
