package org.threeshift.web.security;

/** The addresses under {@code /api} that are told apart. */
final class ApiPaths {
    /** The description of the API, for people. The one beside it, {@code /api/docs}, is for programs. */
    static final String READABLE = "/api/docs/page";

    /** Both, for whoever comes. */
    static final String[] DESCRIPTION = {"/api/docs", "/api/docs.yaml", READABLE};

    private ApiPaths() {}
}
