package cn.dandang.kit.decision;

import java.util.Set;

/**
 * Who acts, in which office. Taken from the token, never from a request body.
 *
 * @param jurisdiction GB/T 2260 code of the office
 */
public record Actor(String person, String office, String unit, String jurisdiction, Set<Role> roles) {
    public Actor {
        roles = Set.copyOf(roles);
    }

    /** The platform itself: reactions and the ticker. Bears no role of a person. */
    public static Actor system(String service) {
        return new Actor("system", service, "system", "000000", Set.of(Role.SYSTEM));
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean isSystem() {
        return roles.contains(Role.SYSTEM);
    }
}
