package org.threeshift.web;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.threeshift.web.database.DataPlace;

/** Tells the person at the terminal where Threeshift is, where its data lie and how to stop it. */
@Component
class ReadyAnnouncement {
    private final DataPlace place;

    ReadyAnnouncement(DataPlace place) {
        this.place = place;
    }

    @EventListener
    @SuppressWarnings("SystemOut")
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext web) {
            WebServer server = web.getWebServer();
            // No port: Ctrl-C came before everything stood.
            if (server != null && server.getPort() > 0) {
                System.out.println(place.announcement("http://localhost:" + server.getPort()));
            }
        }
    }
}
