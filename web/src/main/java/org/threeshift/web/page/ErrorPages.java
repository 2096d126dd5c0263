package org.threeshift.web.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.web.edge.RequestId;

/**
 * The last word on a request that failed: a page with a next step for people, a problem detail (RFC 9457) for programs
 * under {@code /api}. Neither says anything of the code that failed; the log does.
 */
@Controller
final class ErrorPages implements ErrorController {
    private final Texts texts;
    private final ClosestPage closest;

    ErrorPages(Texts texts, ClosestPage closest) {
        this.texts = texts;
        this.closest = closest;
    }

    @RequestMapping("/error")
    Object answer(HttpServletRequest request) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        String path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri ? uri : "/";
        Mishap mishap = Mishap.of(status);
        if (path.startsWith("/api/")) {
            return problem(status, path, RequestId.of(request));
        }
        if (mishap == Mishap.AWAY) {
            return away(request, path);
        }
        Optional<StaleForm> stale = StaleForm.of(request);
        if (stale.isPresent()) {
            return stale(stale.get(), path);
        }
        return (formOnly(request, status) ? closest.above(path) : Optional.<String>empty())
                .map(page -> new ModelAndView("redirect:" + page))
                .orElseGet(() -> page(request, status, mishap));
    }

    /** Whether an address that takes forms only was asked for as a page. */
    private static boolean formOnly(HttpServletRequest request, int status) {
        return status == HttpStatus.METHOD_NOT_ALLOWED.value()
                && "GET".equals(request.getAttribute(RequestDispatcher.ERROR_METHOD));
    }

    private ModelAndView page(HttpServletRequest request, int status, Mishap mishap) {
        var view = new ModelAndView("error/page", HttpStatusCode.valueOf(status));
        view.addObject("code", status);
        view.addObject("title", texts.text("error." + mishap.key() + ".title"));
        view.addObject(
                "sentence",
                mishap == Mishap.TOO_OFTEN
                        ? Patience.sentence(request, texts)
                        : texts.text("error." + mishap.key() + ".sentence"));
        view.addObject("request", RequestId.of(request));
        return view;
    }

    /** A form comes back with what was entered; any other page opens by itself when it can. */
    private ModelAndView away(HttpServletRequest request, String path) {
        String query =
                request.getAttribute(RequestDispatcher.ERROR_QUERY_STRING) instanceof String asked ? "?" + asked : "";
        boolean form = "POST".equals(request.getAttribute(RequestDispatcher.ERROR_METHOD));
        var view = new ModelAndView("error/away", HttpStatus.SERVICE_UNAVAILABLE);
        view.addObject("title", texts.text("error.away.title"));
        view.addObject("sentence", texts.text("error.away.sentence"));
        view.addObject("address", path + query);
        view.addObject("unsent", form ? Optional.of(Unsent.of(path, OutageFilter.sent(request))) : Optional.empty());
        return view;
    }

    private ModelAndView stale(StaleForm form, String path) {
        var view = new ModelAndView("error/stale", HttpStatus.FORBIDDEN);
        view.addObject("stale", form);
        view.addObject("again", closest.at(path).orElse("/"));
        return view;
    }

    private ResponseEntity<ProblemDetail> problem(int status, String path, String id) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatusCode.valueOf(status), texts.text("error." + Mishap.problemKey(status) + ".problem"));
        problem.setInstance(URI.create(path));
        problem.setProperty("request", id);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
