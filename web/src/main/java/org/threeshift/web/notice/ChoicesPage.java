package org.threeshift.web.notice;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.notice.Channel;
import org.threeshift.core.notice.Delivery;
import org.threeshift.core.notice.Inbox;
import org.threeshift.core.notice.Kind;
import org.threeshift.core.people.Person;
import org.threeshift.core.push.PushDevices;
import org.threeshift.web.page.Texts;

/** The page of what somebody is told, by which ways, and on which devices. */
@Component
public final class ChoicesPage {
    private final Inbox inbox;
    private final Delivery delivery;
    private final PushDevices devices;
    private final Texts texts;

    ChoicesPage(Inbox inbox, Delivery delivery, PushDevices devices, Texts texts) {
        this.inbox = inbox;
        this.delivery = delivery;
        this.devices = devices;
        this.texts = texts;
    }

    /**
     * @param saved   {@code choices}, {@code device} or {@code off} for what was saved just now
     * @param problem the key of what is wrong with a device, or empty
     */
    public ModelAndView of(Person person, String saved, String problem) {
        var view = new ModelAndView("notice/choices");
        view.addObject("kinds", kinds(person));
        view.addObject("channels", channels());
        view.addObject("choices", inbox.choices(person.id()));
        view.addObject("address", person.email().orElse(""));
        view.addObject("saved", saved);
        view.addObject(
                "told",
                new ToldDevices(
                        devices.serverKey().orElse(""),
                        devices.of(person).stream()
                                .map(device -> ToldDevices.Told.of(device, texts))
                                .toList(),
                        problem.isEmpty() ? "" : texts.text(problem)));
        return view;
    }

    /** What there is to choose for somebody. */
    static List<Kind> kinds(Person person) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.chosenAs() == kind && kind.concerns(person.role()))
                .toList();
    }

    List<Channel> channels() {
        return delivery.channels().stream().sorted().toList();
    }
}
