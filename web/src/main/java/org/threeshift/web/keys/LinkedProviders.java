package org.threeshift.web.keys;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.threeshift.core.keys.ProviderLink;
import org.threeshift.core.keys.ProviderLinks;
import org.threeshift.core.people.PersonId;
import org.threeshift.web.openid.Provider;
import org.threeshift.web.openid.Providers;

/** The providers of the settings and those that a person is linked to, which need not be the same. */
@Component
final class LinkedProviders {
    private final Providers providers;
    private final ProviderLinks links;

    LinkedProviders(Providers providers, ProviderLinks links) {
        this.providers = providers;
        this.links = links;
    }

    List<ShownProvider> of(PersonId person) {
        Map<String, ProviderLink> linked =
                links.of(person).stream().collect(Collectors.toMap(ProviderLink::provider, Function.identity()));
        return Stream.concat(
                        providers.all().stream().map(Provider::id),
                        linked.keySet().stream().sorted())
                .distinct()
                .map(id -> new ShownProvider(
                        id,
                        label(id),
                        Optional.ofNullable(linked.get(id)).map(ProviderLink::linkedAt),
                        providers.find(id).isPresent()))
                .toList();
    }

    /** What people call a provider, also one that the settings name no more. */
    String label(String id) {
        return providers.find(id).map(Provider::label).orElse(id);
    }
}
