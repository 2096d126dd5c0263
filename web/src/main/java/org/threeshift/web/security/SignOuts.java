package org.threeshift.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.threeshift.core.audit.Deed;
import org.threeshift.core.audit.Trail;
import org.threeshift.core.people.PersonId;

/** Ends sign-ins on other devices, and notes who did. */
@Component
public class SignOuts {
    private final Sessions sessions;
    private final Trail trail;

    SignOuts(Sessions sessions, Trail trail) {
        this.sessions = sessions;
        this.trail = trail;
    }

    /** @param device a key of {@link Sessions.Device}. @return false when the person has none of that key */
    public boolean one(PersonId person, String device) {
        boolean ended = sessions.end(person, device);
        if (ended) {
            note(Deed.DEVICE_SIGNED_OUT, person);
        }
        return ended;
    }

    public void others(PersonId person, HttpServletRequest request) {
        sessions.endOthers(person, request);
        note(Deed.OTHER_DEVICES_SIGNED_OUT, person);
    }

    private void note(Deed deed, PersonId person) {
        trail.add(deed, Optional.of(person), Optional.of(person), Map.of());
    }
}
