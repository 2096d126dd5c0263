package org.threeshift.core.notice;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.threeshift.core.mail.Mail;
import org.threeshift.core.mail.Mails;
import org.threeshift.core.mail.Topic;
import org.threeshift.core.people.Person;

/** By e-mail, through the outbox. */
@Component
final class MailSender implements Sender {
    private final Mails mails;

    MailSender(Mails mails) {
        this.mails = mails;
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public boolean reaches(Person person) {
        return person.email().isPresent();
    }

    @Override
    public void send(Dispatch dispatch) {
        Map<String, String> values = new HashMap<>(dispatch.values());
        values.put("name", dispatch.to().name());
        values.put("link", dispatch.link());
        mails.post(new Mail(
                "notice:" + dispatch.notice(),
                topic(dispatch.kind()),
                dispatch.to().email().orElseThrow(),
                Optional.of(dispatch.to().id()),
                values));
    }

    static Topic topic(Kind kind) {
        return Topic.valueOf(kind.name());
    }
}
