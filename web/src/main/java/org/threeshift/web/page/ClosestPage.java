package org.threeshift.web.page;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/** The page above an address that only takes a form: somebody whose form was refused there may open that address again. */
@Component
final class ClosestPage {
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    ClosestPage(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    Optional<String> above(String path) {
        return at(parent(path));
    }

    /** The page of that address itself, when it is one. */
    Optional<String> at(String path) {
        return Stream.iterate(path, one -> !one.isEmpty(), ClosestPage::parent)
                .filter(this::isPage)
                .findFirst();
    }

    private boolean isPage(String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .map(PathPatternParser.defaultInstance::parse)
                .anyMatch(pattern -> pattern.matches(parsed));
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
