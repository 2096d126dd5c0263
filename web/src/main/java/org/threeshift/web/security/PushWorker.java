package org.threeshift.web.security;

/** Where the service worker lies that shows messages on devices. */
public final class PushWorker {
    /** At the root of this site, so that it may find the site's open windows. */
    public static final String PATH = "/push-worker.js";

    private PushWorker() {}
}
