package org.threeshift.web.entry;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.threeshift.core.entry.EntryAnswers;
import org.threeshift.core.entry.RequestNoted;
import org.threeshift.web.jobs.Jobs;
import org.threeshift.web.jobs.Recurring;

/**
 * Answers by mail what was asked for at the door, a moment after the page was answered: whoever watches how long pages take learns nothing about what
 * the answer is.
 */
@Configuration(proxyBeanMethods = false)
class Answering {
    private static final String JOB = "entry-answers";
    private static final Executor SOON = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);

    private final Jobs jobs;

    Answering(Jobs jobs) {
        this.jobs = jobs;
    }

    /** Where the node that was asked goes down before it answers, another one does so then. */
    @Bean
    static Recurring answeringJob(EntryAnswers answers) {
        return new Recurring(JOB, new Recurring.Pausing(Duration.ofSeconds(30)), answers::answer);
    }

    @EventListener
    void noted(RequestNoted noted) {
        SOON.execute(() -> jobs.soon(JOB));
    }
}
