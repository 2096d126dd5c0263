package org.threeshift.web.account;

/** The pages under {@code /account}, in the order of their navigation. Each feature adds its own. */
public enum AccountPart {
    PROFILE("/account", "account.part.profile"),
    ADDRESS("/account/address", "account.part.address"),
    WAYS("/account/ways", "account.part.ways"),
    DEVICES("/account/devices", "account.part.devices"),
    TOKENS("/account/tokens", "token.title"),
    TRAIL("/account/trail", "account.part.trail");

    private final String path;
    private final String label;

    AccountPart(String path, String label) {
        this.path = path;
        this.label = label;
    }

    public String path() {
        return path;
    }

    /** The key of what the navigation calls it. */
    public String label() {
        return label;
    }
}
