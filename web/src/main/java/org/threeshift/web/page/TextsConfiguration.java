package org.threeshift.web.page;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Collects every feature's bundle, so that a new feature brings its sentences by bringing its file. */
@Configuration(proxyBeanMethods = false)
class TextsConfiguration {
    @Bean
    MessageSource messageSource() throws IOException {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames(bundles());
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        // One rule for apostrophes, whether a sentence has places to fill or not.
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }

    @Bean
    Texts texts(MessageSource messageSource) {
        return new Texts(messageSource, Locale.ENGLISH);
    }

    static String[] bundles() throws IOException {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties");
        return Arrays.stream(files)
                .map(file -> "messages/" + String.valueOf(file.getFilename()).replace(".properties", ""))
                .distinct()
                .sorted()
                .toArray(String[]::new);
    }
}
