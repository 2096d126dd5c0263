package org.threeshift.core.people;

import java.util.UUID;

class InMemoryLinkStoresTest extends LinkStoresContract {
    private final SetupLinkStore links = new InMemorySetupLinkStore();
    private final InvitationStore invitations = new InMemoryInvitationStore();

    @Override
    SetupLinkStore setupLinkStore() {
        return links;
    }

    @Override
    InvitationStore invitationStore() {
        return invitations;
    }

    @Override
    PersonId somebody() {
        return new PersonId(UUID.randomUUID());
    }
}
