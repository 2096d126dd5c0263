package org.threeshift.web.account;

/** The pages under {@code /account}, in the order of their navigation. Each feature adds its own. */
public enum AccountPart {
    PROFILE("/account", "account.part.profile"),
    ADDRESS("/account/address", "account.part.address"),
    WAYS("/account/ways", "account.part.ways"),
    DEVICES("/account/devices", "account.part.devices"),
    TOKENS("/account/tokens", "token.title"),
    SHARES("/account/shares", "account.part.shares"),
    MESSAGES("/account/messages", "account.part.messages"),
    TRAIL("/account/trail", "account.part.trail"),
    DATA("/account/data", "account.part.data");

    private final String path;
    private final String label;

    AccountPart(String path, String label) {
        this.path = path;
        this.label = label;
    }

    /** Whether a guest has it too, who has no account but a part in an interview. */
    public boolean forGuests() {
        return this == SHARES || this == DATA;
    }

    public String path() {
        return path;
    }

    /** The key of what the navigation calls it. */
    public String label() {
        return label;
    }
}
