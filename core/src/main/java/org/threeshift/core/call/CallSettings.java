package org.threeshift.core.call;

import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads {@code threeshift.call.*}; what each setting is for is in docs/operations.md. */
@Configuration(proxyBeanMethods = false)
class CallSettings {
    @Bean
    IceServers iceServers(
            @Value("${threeshift.call.stun:}") List<String> stun,
            @Value("${threeshift.call.turn:}") List<String> turn,
            @Value("${threeshift.call.secret:}") String secret,
            @Value("${threeshift.call.lifetime:6h}") Duration lifetime) {
        return new IceServers(trimmed(stun), trimmed(turn), secret, lifetime);
    }

    private static List<String> trimmed(List<String> addresses) {
        return addresses.stream()
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .toList();
    }
}
