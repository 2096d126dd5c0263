package org.threeshift.web.push;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.threeshift.web.security.PushWorker;

/** The service worker. It lies at the root for its scope, and browsers ask for it each time they look for a newer one. */
@Controller
final class PushWorkerController {
    private static final Resource SCRIPT = new ClassPathResource("META-INF/resources/assets/js/push-worker.js");
    private static final MediaType JAVASCRIPT = MediaType.valueOf("text/javascript;charset=UTF-8");

    @GetMapping(PushWorker.PATH)
    ResponseEntity<Resource> worker() {
        return ResponseEntity.ok()
                .contentType(JAVASCRIPT)
                .cacheControl(CacheControl.noCache())
                .body(SCRIPT);
    }
}
