package cn.dandang.gateway.account;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Under which names an identity provider states what an account needs ({@code dandang.oidc.claims.*}). */
@ConfigurationProperties("dandang.oidc.claims")
public record ClaimNames(
        @DefaultValue("preferred_username") String username,
        @DefaultValue("name") String displayName,
        @DefaultValue("person") String person,
        @DefaultValue("office") String office,
        @DefaultValue("unit") String unit,
        @DefaultValue("jurisdiction") String jurisdiction,
        @DefaultValue("roles") String roles) {}
