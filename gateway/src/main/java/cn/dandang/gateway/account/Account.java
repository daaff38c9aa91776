package cn.dandang.gateway.account;

import java.util.List;
import java.util.Objects;

/**
 * A person in one office. The display name is for the console only; it is in no token and no log.
 *
 * @param person       id of the person, the {@code sub} of his tokens
 * @param office       id of the office in which he acts
 * @param unit         id of the unit that the office belongs to
 * @param jurisdiction GB/T 2260 code
 */
public record Account(
        String username, String displayName, String person, String office, String unit, String jurisdiction, List<String> roles) {

    public Account {
        Objects.requireNonNull(username);
        Objects.requireNonNull(displayName);
        Objects.requireNonNull(person);
        Objects.requireNonNull(office);
        Objects.requireNonNull(unit);
        Objects.requireNonNull(jurisdiction);
        roles = List.copyOf(roles);
    }
}
