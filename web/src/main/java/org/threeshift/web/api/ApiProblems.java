package org.threeshift.web.api;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.threeshift.core.outage.Outage;
import org.threeshift.web.edge.RequestId;

/**
 * Answers what goes wrong in an API call with a problem detail (RFC 9457). Sentences come from the bundle
 * {@code problem}; no answer shows an exception's own words.
 */
@RestControllerAdvice(
        basePackages = {"org.threeshift.web.api", "org.threeshift.web.call", "org.threeshift.web.analysis"})
final class ApiProblems extends ResponseEntityExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ApiProblems.class);

    private final MessageSource sentences;
    private final Outage outage;

    ApiProblems(MessageSource sentences, Outage outage) {
        this.sentences = sentences;
        this.outage = outage;
    }

    /** Whatever nobody foresaw. Refusals of security and outages pass through: filters answer them. */
    @ExceptionHandler
    ProblemDetail unforeseen(Exception failure, HttpServletRequest request) throws Exception {
        if (failure instanceof AccessDeniedException
                || failure instanceof AuthenticationException
                || outage.causes(failure)) {
            throw failure;
        }
        log.error("An API call failed", failure);
        return named(
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        sentences.getMessage("error.broken.problem", new Object[0], LocaleContextHolder.getLocale())),
                request);
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail problem && request instanceof ServletWebRequest web) {
            return super.createResponseEntity(named(problem, web.getRequest()), headers, status, request);
        }
        return super.createResponseEntity(body, headers, status, request);
    }

    /** By what it is called in the log. */
    private static ProblemDetail named(ProblemDetail problem, HttpServletRequest request) {
        problem.setProperty("request", RequestId.of(request));
        return problem;
    }
}
