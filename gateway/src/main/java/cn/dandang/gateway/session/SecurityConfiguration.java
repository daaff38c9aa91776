package cn.dandang.gateway.session;

import cn.dandang.gateway.account.Account;
import cn.dandang.gateway.account.OidcAccounts;
import cn.dandang.gateway.problem.Problem;
import cn.dandang.gateway.problem.ProblemWriter;
import cn.dandang.gateway.process.StartRefused;
import cn.dandang.gateway.account.LocalAccounts;
import jakarta.servlet.DispatcherType;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/** Who may pass: the console's files and the sign-in are open, everything else under /api wants a session. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    /**
     * Only this origin, no inline script. Inline style is allowed because Ant Design's cssinjs writes its style elements while
     * the page runs; a nonce would need an index page made anew for each request, and styles carry no code.
     */
    static final String CONTENT_SECURITY_POLICY = String.join("; ",
            "default-src 'self'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:", "font-src 'self' data:",
            "connect-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'");

    /** Nobody reads an observation of each filter of each call, and each costs as much as the filter itself. */
    @Bean
    SecurityObservationSettings noSecurityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityContextRepository securityContexts() {
        return new HttpSessionSecurityContextRepository();
    }

    @Bean
    CsrfTokenRepository csrfTokens(Environment environment) {
        CookieCsrfTokenRepository repository = CookieCsrfTokenRepository.withHttpOnlyFalse();
        boolean local = environment.acceptsProfiles(Profiles.of("local"));
        repository.setCookieCustomizer(cookie -> cookie.sameSite("Strict").path("/").secure(!local));
        return repository;
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http, CsrfTokenRepository csrfTokens, SecurityContextRepository contexts, ProblemWriter problems,
            Environment environment, ObjectProvider<ClientRegistrationRepository> providers, ObjectProvider<LocalAccounts> local,
            OidcAccounts oidcAccounts, Sessions sessions) {
        http.csrf(CsrfConfigurer::spa)
                // signing in has no session to misuse; it takes JSON only, and CrossSiteFilter refuses other sites
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens)
                        .ignoringRequestMatchers(request -> request.getMethod().equals("POST") && request.getRequestURI().equals("/api/session")))
                .addFilterAfter(new CsrfCookieFilter(), CsrfFilter.class)
                .addFilterBefore(new CrossSiteFilter(problems), CsrfFilter.class)
                .addFilterAfter(new SessionAgeFilter(sessions), SecurityContextHolderFilter.class)
                .securityContext(context -> context.securityContextRepository(contexts))
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests
                        // the error page of a request that was let through: without this a service that is down looks like 401
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC).permitAll()
                        .requestMatchers("/api/session", "/api/session/ways", "/api/session/local-accounts").permitAll()
                        .requestMatchers("/api", "/api/**").authenticated()
                        .anyRequest().permitAll())
                .exceptionHandling(handling -> handling
                        .authenticationEntryPoint((request, response, failure) -> problems.write(Problem.notSignedIn(), request, response))
                        .accessDeniedHandler((request, response, denied) -> problems.write(
                                denied instanceof CsrfException ? Problem.csrf() : Problem.forbidden(), request, response)))
                .headers(headers -> {
                    headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                            .frameOptions(frame -> frame.deny())
                            .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                            .permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), geolocation=(), payment=(), usb=()"))
                            .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                            .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
                    if (environment.acceptsProfiles(Profiles.of("local"))) {
                        headers.httpStrictTransportSecurity(hsts -> hsts.disable());
                    } else {
                        headers.httpStrictTransportSecurity(hsts -> hsts.requestMatcher(AnyRequestMatcher.INSTANCE).includeSubDomains(true));
                    }
                });
        if (providers.getIfAvailable() != null) {
            oidc(http, oidcAccounts, sessions, problems);
        } else if (local.getIfAvailable() == null) {
            throw new StartRefused(
                    "没有任何登录方式：请配置身份提供者（spring.security.oauth2.client.*），或在单机上用 local 配置。",
                    "There is no way to sign in: configure an identity provider (spring.security.oauth2.client.*), or use profile local on one machine.");
        }
        return http.build();
    }

    private static void oidc(HttpSecurity http, OidcAccounts accounts, Sessions sessions, ProblemWriter problems) {
        http.oauth2Login(login -> login
                .successHandler((request, response, authentication) -> {
                    Optional<Account> account = authentication.getPrincipal() instanceof OAuth2User user
                            ? accounts.account(user.getAttributes())
                            : Optional.empty();
                    if (account.isEmpty()) {
                        sessions.close(request, response);
                        problems.write(Problem.forbidden(), request, response);
                        return;
                    }
                    sessions.open(account.get(), request, response);
                    response.sendRedirect("/");
                })
                .failureHandler((request, response, failure) -> problems.write(
                        Problem.notSignedIn("身份提供者未能完成登录，请重试。", "The identity provider did not complete the sign-in; try again."), request, response)));
    }
}
