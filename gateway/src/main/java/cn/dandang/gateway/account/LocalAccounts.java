package cn.dandang.gateway.account;

import cn.dandang.gateway.process.StartRefused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The demonstration accounts of profile local; they share one password, which the launcher makes for each data folder. */
@Component
@Profile("local")
public class LocalAccounts {
    private final Map<String, Account> accounts;
    private final byte[] password;

    LocalAccounts(@Value("${DANDANG_LOCAL_PASSWORD:}") String password) throws IOException {
        if (password.isBlank()) {
            throw new StartRefused(
                    "local 配置缺少演示账号的密码；请用 ./dandang run 启动，或设环境变量 DANDANG_LOCAL_PASSWORD。",
                    "Profile local lacks the password of its accounts; start it by ./dandang run, or set DANDANG_LOCAL_PASSWORD.");
        }
        this.password = digest(password);
        this.accounts = read();
    }

    /** The account, if there is one of that name and the password is right; takes the same time either way. */
    public Optional<Account> signIn(String username, String password) {
        boolean right = MessageDigest.isEqual(this.password, digest(password));
        return Optional.ofNullable(accounts.get(username)).filter(account -> right);
    }

    /** Every account in the order of the file, for a sign-in page that offers them. Holds no password. */
    public List<Account> all() {
        return List.copyOf(accounts.values());
    }

    private static Map<String, Account> read() throws IOException {
        try (InputStream file = new ClassPathResource("local/accounts.yaml").getInputStream()) {
            Map<String, List<Map<String, Object>>> content = new Yaml(new SafeConstructor(strict())).load(file);
            Map<String, Account> accounts = new LinkedHashMap<>();
            for (Map<String, Object> entry : content.getOrDefault("accounts", List.of())) {
                Account account = account(entry);
                accounts.put(account.username(), account);
            }
            return Collections.unmodifiableMap(accounts);
        }
    }

    private static Account account(Map<String, Object> entry) {
        List<String> roles = ((List<?>) entry.get("roles")).stream().map(String::valueOf).toList();
        return new Account(text(entry, "username"), text(entry, "displayName"), text(entry, "person"), text(entry, "office"),
                text(entry, "unit"), text(entry, "jurisdiction"), roles);
    }

    private static String text(Map<String, Object> entry, String key) {
        if (entry.get(key) instanceof String value) {
            return value;
        }
        throw new IllegalStateException("local/accounts.yaml: an account lacks " + key);
    }

    private static byte[] digest(String password) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static LoaderOptions strict() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return options;
    }
}
