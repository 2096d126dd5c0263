package org.threeshift.web.page;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.view.InternalResourceViewResolver;
import org.threeshift.core.interview.InterviewIndex;
import org.threeshift.core.notice.Inbox;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;
import org.threeshift.core.settings.Settings;

/** The pages of this package with real templates and sentences, and nobody else in the house. */
final class PageFixture {
    static final Person MAYA = new Person(
            new PersonId(new UUID(0, 1)),
            "Maya Rosen",
            Optional.of("maya@example.org"),
            Role.MEMBER,
            ZoneId.of("Europe/Berlin"),
            false);

    private PageFixture() {}

    static MockMvc site(Optional<Person> person, boolean demonstration) throws Exception {
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-18T13:30:00Z"));
        var beans = new StaticListableBeanFactory(Map.of("person", (CurrentPerson) () -> person, "clock", clock));
        var texts = new Texts(new TextsConfiguration().messageSource(), Locale.ENGLISH);
        var pages = new Pages(
                texts,
                new Assets(new DefaultResourceLoader()),
                beans.getBeanProvider(CurrentPerson.class),
                beans.getBeanProvider(InterviewIndex.class),
                beans.getBeanProvider(Inbox.class),
                beans.getBeanProvider(InstantSource.class),
                demonstration);
        return MockMvcBuilders.standaloneSetup(
                        new Landing(
                                beans.getBeanProvider(CurrentPerson.class),
                                beans.getBeanProvider(Settings.class),
                                beans.getBeanProvider(org.threeshift.core.interview.InterviewIndex.class)),
                        new ErrorPages(
                                texts, new ClosestPage(beans.getBeanProvider(RequestMappingHandlerMapping.class))))
                .setViewResolvers(new JteViews(pages), new InternalResourceViewResolver())
                .build();
    }
}
