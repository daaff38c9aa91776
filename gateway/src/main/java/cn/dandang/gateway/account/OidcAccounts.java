package cn.dandang.gateway.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes an account of an identity provider's claims. */
@Component
public class OidcAccounts {
    private static final Set<String> ROLES = Set.of(
            "ORG_OFFICER", "ORG_DECIDER", "DISCIPLINE_OFFICER", "DISCIPLINE_DECIDER", "APPEAL_REVIEWER", "UNIT_PARTY_ORGANISATION",
            "CADRE", "SUPERVISOR", "BENEFITS_OFFICER", "POLICY_ADMIN", "POLICY_APPROVER", "REPORT_OFFICER", "PROTECTION_OFFICER", "AUDITOR");
    private final ClaimNames names;

    OidcAccounts(ClaimNames names) {
        this.names = names;
    }

    /**
     * The account, or nothing when a claim is absent or no role is one of ours. SYSTEM is nobody's to claim:
     * it is left out like any unknown role.
     */
    public Optional<Account> account(Map<String, Object> claims) {
        List<String> needed = List.of(names.username(), names.person(), names.office(), names.unit(), names.jurisdiction());
        if (!needed.stream().allMatch(name -> claims.get(name) instanceof String text && !text.isBlank())) {
            return Optional.empty();
        }
        List<String> roles = claims.get(names.roles()) instanceof List<?> stated
                ? stated.stream().map(String::valueOf).filter(ROLES::contains).distinct().collect(Collectors.toList())
                : List.of();
        if (roles.isEmpty()) {
            return Optional.empty();
        }
        String username = String.valueOf(claims.get(names.username()));
        return Optional.of(new Account(username, String.valueOf(claims.getOrDefault(names.displayName(), username)),
                String.valueOf(claims.get(names.person())), String.valueOf(claims.get(names.office())),
                String.valueOf(claims.get(names.unit())), String.valueOf(claims.get(names.jurisdiction())), roles));
    }
}
