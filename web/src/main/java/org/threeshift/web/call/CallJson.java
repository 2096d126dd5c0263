package org.threeshift.web.call;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.threeshift.core.call.Calls;
import org.threeshift.core.call.IceServers;
import org.threeshift.core.call.IceServers.Credential;
import org.threeshift.core.people.Person;

/** What the call's script is told, and what it tells. */
final class CallJson {
    private CallJson() {}

    /**
     * What a page needs to know before it comes in.
     *
     * @param person          who the reader is
     * @param lifetimeSeconds after that the credentials of {@code iceServers} let nobody in any more
     */
    record Settings(String person, int places, List<Server> iceServers, long lifetimeSeconds) {
        static Settings of(Person person, IceServers servers, Optional<Credential> credential) {
            return new Settings(
                    person.id().toString(),
                    Calls.PLACES,
                    Server.all(servers, credential),
                    servers.lifetime().toSeconds());
        }
    }

    /** As browsers take it: RTCIceServer. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Server(
            List<String> urls,
            @Nullable String username,
            @Nullable String credential) {
        static List<Server> all(IceServers servers, Optional<Credential> credential) {
            Stream<Server> stun =
                    servers.stun().isEmpty() ? Stream.of() : Stream.of(new Server(servers.stun(), null, null));
            Stream<Server> turn =
                    credential.stream().map(some -> new Server(servers.turn(), some.username(), some.password()));
            return Stream.concat(stun, turn).toList();
        }
    }

    record Entered(String connection) {}

    record Who(String connection, String person, String name) {}

    record Heard(String from, @JsonRawValue String body) {}
}
