package threeshift.counterexample.two;

import org.springframework.stereotype.Component;

/** Has a twin of its name, which {@code BeanNamesTest} has to find. Lies where no application looks for beans. */
@Component
public class Twin {}
