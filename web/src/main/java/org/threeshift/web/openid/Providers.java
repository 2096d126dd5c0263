package org.threeshift.web.openid;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The providers that the settings name. None of them is asked before somebody wants to sign in by it. */
@Component
public class Providers {
    private static final Logger LOG = LoggerFactory.getLogger(Providers.class);

    private final List<Provider> all;

    Providers(Environment environment) {
        Map<String, ProviderSettings> settings = Binder.get(environment)
                .bind("threeshift.openid", Bindable.mapOf(String.class, ProviderSettings.class))
                .orElseGet(Map::of);
        this.all = new TreeMap<>(settings)
                .entrySet().stream()
                        .flatMap(setting -> complete(setting.getKey(), setting.getValue()).stream())
                        .toList();
    }

    /** By id. */
    public List<Provider> all() {
        return all;
    }

    public Optional<Provider> find(String id) {
        return all.stream().filter(provider -> provider.id().equals(id)).findFirst();
    }

    private static Optional<Provider> complete(String id, ProviderSettings settings) {
        Optional<Provider> provider = settings.provider(id);
        if (provider.isEmpty()) {
            LOG.warn(
                    "Nobody can sign in by the provider {}: it needs an issuer (https) and a client id, see docs/operations.md",
                    id);
        }
        return provider;
    }
}
