package org.threeshift.web.edge;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts into the container what must be there before the first filter. */
@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> edge(
            @Value("${threeshift.trusted-proxies}") String ranges) {
        var proxies = Proxies.of(ranges);
        return container -> {
            container.addEngineValves(new ForwardedValve(proxies), new ConsoleCookieValve());
            container.addContextCustomizers(context -> {
                context.setCookieProcessor(new ConsoleCookies());
                context.getParent().getPipeline().addValve(new SilentErrors());
            });
        };
    }
}
