package org.threeshift.web;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** Starts Threeshift; what it refuses to start for is told in one sentence, with exit code 1. */
@SpringBootApplication(scanBasePackages = "org.threeshift", exclude = UserDetailsServiceAutoConfiguration.class)
public class ThreeshiftApplication {
    /** See decision record 12: on two cores two virtual threads that load classes would hold up all others. */
    private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";

    public static void main(String[] args) {
        if (System.getProperty(CARRIERS) == null) {
            System.setProperty(CARRIERS, "16");
        }
        if (args.length > 0 && CommandBeside.knows(args[0])) {
            System.exit(CommandBeside.run(args));
        }
        SpringApplication application = new SpringApplication(ThreeshiftApplication.class);
        QuietInterruption interruption = new QuietInterruption();
        application.addListeners(interruption);
        try {
            application.run(args);
        } catch (RuntimeException e) {
            if (!interruption.happened()) {
                throw e;
            }
        }
    }
}
