package org.threeshift.core.keys;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.threeshift.core.id.Ids;
import org.threeshift.core.mail.Mail;
import org.threeshift.core.mail.Mails;
import org.threeshift.core.mail.Topic;
import org.threeshift.core.people.Person;

/** Tells a person by mail what became of their keys, so that they notice when somebody else did it. */
@Component
public class KeyNews {
    private final Mails mails;
    private final Ids ids;

    KeyNews(Mails mails, Ids ids) {
        this.mails = mails;
        this.ids = ids;
    }

    /** In the caller's transaction: mail about what was rolled back is never sent. */
    public void tell(Person person, Topic topic, Map<String, String> values) {
        person.email().ifPresent(address -> {
            Map<String, String> all = new LinkedHashMap<>(values);
            all.put("name", person.name());
            all.putIfAbsent("link", "/account/ways");
            mails.post(new Mail(topic.name() + " " + ids.next(), topic, address, Optional.of(person.id()), all));
        });
    }
}
