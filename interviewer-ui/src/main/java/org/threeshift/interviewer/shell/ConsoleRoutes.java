package org.threeshift.interviewer.shell;

import com.vaadin.flow.spring.annotation.EnableVaadin;
import org.springframework.context.annotation.Configuration;

/** Tells Vaadin where the console's screens are: by itself it looks beside the application's main class only. */
@Configuration(proxyBeanMethods = false)
@EnableVaadin("org.threeshift.interviewer")
class ConsoleRoutes {}
