package org.threeshift.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets browsers keep what will never change: assets asked for by their hash, and the files of web jars, whose paths
 * hold a version. Everything else under these paths is asked for again after an hour; scripts that import each other are
 * asked for each time, so that all are of one version.
 */
@Component
final class AssetCaching implements HandlerInterceptor, WebMvcConfigurer {
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String ASK_EACH_TIME = "no-cache";
    private static final String FOR_AN_HOUR = "public, max-age=3600";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/assets/**", "/webjars/**", "/aura/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean versioned = request.getParameter(Assets.VERSION) != null
                || request.getRequestURI().startsWith("/webjars/");
        response.setHeader(
                HttpHeaders.CACHE_CONTROL,
                versioned ? FOR_EVER : importing(request.getRequestURI()) ? ASK_EACH_TIME : FOR_AN_HOUR);
        return true;
    }

    private static boolean importing(String path) {
        return path.startsWith("/assets/js/");
    }
}
