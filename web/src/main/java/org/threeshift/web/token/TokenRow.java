package org.threeshift.web.token;

import org.threeshift.core.token.AccessToken;

/**
 * A token on the page.
 *
 * @param over whether it has expired
 */
public record TokenRow(AccessToken token, boolean over) {}
