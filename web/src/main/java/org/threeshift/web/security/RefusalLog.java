package org.threeshift.web.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Notes whom something was refused to, before it is: somebody without the role, a form without its token, a page of another site. */
record RefusalLog(AccessDeniedHandler next) implements AccessDeniedHandler {
    private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException, ServletException {
        LOG.info(
                "Refused {} {} to {} at {}: {}",
                request.getMethod(),
                SecretAddresses.told(LivePaths.path(request)).replaceAll("[^\\x21-\\x7e…]", "?"),
                Optional.ofNullable(request.getUserPrincipal())
                        .map(Principal::getName)
                        .orElse("nobody"),
                request.getRemoteAddr(),
                refusal.getClass().getSimpleName());
        next.handle(request, response, refusal);
    }
}
