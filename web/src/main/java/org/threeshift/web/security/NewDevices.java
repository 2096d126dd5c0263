package org.threeshift.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threeshift.core.keys.KeyNews;
import org.threeshift.core.mail.Topic;
import org.threeshift.core.people.Person;
import org.threeshift.web.page.Texts;

/** Tells a person by mail that their account is used where it was not before. */
@Component
final class NewDevices {
    private final KeyNews news;
    private final Texts texts;

    NewDevices(KeyNews news, Texts texts) {
        this.news = news;
        this.texts = texts;
    }

    void tell(Person person, HttpServletRequest request) {
        news.tell(
                person,
                Topic.NEW_DEVICE,
                Map.of(
                        "device",
                                DeviceWords.of(request.getHeader("User-Agent")).text(texts),
                        "address", request.getRemoteAddr(),
                        "link", "/account/devices"));
    }
}
