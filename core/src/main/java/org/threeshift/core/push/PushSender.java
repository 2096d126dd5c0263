package org.threeshift.core.push;

import java.time.InstantSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.threeshift.core.notice.Channel;
import org.threeshift.core.notice.Dispatch;
import org.threeshift.core.notice.Sender;
import org.threeshift.core.people.Person;

/** Onto people's devices: one row for each, which {@link PushCourier} carries away. */
@Component
final class PushSender implements Sender {
    private final PostgresPushDevices devices;
    private final PostgresPushMessages messages;
    private final ApplicationEventPublisher events;
    private final InstantSource time;

    PushSender(
            PostgresPushDevices devices,
            PostgresPushMessages messages,
            ApplicationEventPublisher events,
            InstantSource time) {
        this.devices = devices;
        this.messages = messages;
        this.events = events;
        this.time = time;
    }

    @Override
    public Channel channel() {
        return Channel.PUSH;
    }

    /** Whatever key a device was made for: while keys change, another node may have the one that this one has not. */
    @Override
    public boolean reaches(Person person) {
        return devices.any(person.id());
    }

    @Override
    public void send(Dispatch dispatch) {
        messages.post(dispatch.notice(), dispatch.to().id(), time.instant());
        events.publishEvent(new PushPosted());
    }
}
