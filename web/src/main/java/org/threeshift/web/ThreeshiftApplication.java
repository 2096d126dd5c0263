package org.threeshift.web;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** Starts Threeshift; what it refuses to start for is told in one sentence, with exit code 1. */
@SpringBootApplication(scanBasePackages = "org.threeshift", exclude = UserDetailsServiceAutoConfiguration.class)
public class ThreeshiftApplication {
    public static void main(String[] args) {
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
