package threeshift.counterexample.one;

import org.springframework.stereotype.Component;

/** Has the name of a bean that Spring Boot makes where there is a mail server; {@code BeanNamesTest} has to find it. */
@Component
public class MailSender {}
