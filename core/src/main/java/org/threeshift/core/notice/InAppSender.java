package org.threeshift.core.notice;

import org.springframework.stereotype.Component;
import org.threeshift.core.people.Person;

/** Onto the page of messages. */
@Component
final class InAppSender implements Sender {
    private final PostgresInbox inbox;

    InAppSender(PostgresInbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public Channel channel() {
        return Channel.IN_APP;
    }

    @Override
    public boolean reaches(Person person) {
        return !person.guest();
    }

    @Override
    public void send(Dispatch dispatch) {
        inbox.show(dispatch.notice());
    }
}
