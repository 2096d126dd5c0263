package org.threeshift.web.edge;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/**
 * Says nothing about a request that the container itself refused, such as one for an address that can't be read, where the container
 * would show a page of its own. Whatever came as far as the application has its error page already.
 */
final class SilentErrors extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        boolean bare = response.getStatus() >= 400 && response.getContentWritten() == 0 && response.setErrorReported();
        if (bare && !response.isCommitted()) {
            response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
            response.setHeader("X-Content-Type-Options", "nosniff");
        }
    }
}
