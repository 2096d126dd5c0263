package org.threeshift.web.mail;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

/** The application's sentences and its address, without the rest of it. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(
        basePackages = "org.threeshift.web.page",
        useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.(TextsConfiguration|BaseUrl)"))
class Words {}
