package org.threeshift.web.security;

/** The addresses under {@code /api} that are told apart. */
final class ApiPaths {
    /** The description of the API, for people. The one beside it, {@code /api/docs}, is for programs. */
    static final String READABLE = "/api/docs/page";

    /** Both, for whoever comes. */
    static final String[] DESCRIPTION = {"/api/docs", "/api/docs.yaml", READABLE};

    /** Answers what it is sent and changes nothing, so that a token that may only read may send it. */
    static final String ANALYSIS = "/api/analysis/agreement";

    private ApiPaths() {}
}
