package org.threeshift.web.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.threeshift.core.audit.Whence;

/** From where the request of this thread comes. */
@Component
final class RequestWhence implements Whence {
    /** Under which the log's context has the request's id, while it has one. */
    private static final String REQUEST = "request";

    @Override
    public From now() {
        Optional<String> address = RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web
                ? Optional.of(web.getRequest()).map(HttpServletRequest::getRemoteAddr)
                : Optional.empty();
        return new From(address, Optional.ofNullable(MDC.get(REQUEST)));
    }
}
