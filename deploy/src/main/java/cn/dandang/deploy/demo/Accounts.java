package cn.dandang.deploy.demo;

import cn.dandang.deploy.stack.ExitCode;
import cn.dandang.deploy.stack.Installation;
import cn.dandang.deploy.stack.StackFailure;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The one list of demonstration units and accounts, as the gateway reads it. */
public record Accounts(List<Account> accounts, List<Unit> units) {

    /** One account; the ids are those of person, office and unit. */
    public record Account(String username, String displayName, String title, String person, String office, String unit, String jurisdiction, List<String> roles) {}

    /** One invented unit. */
    public record Unit(String id, String place, String key, String jurisdiction, String kind, String name) {}

    public static Accounts read(Installation installation) {
        Path file = installation.root().resolve("gateway/src/main/resources/local/accounts.yaml");
        try (Reader reader = Files.newBufferedReader(file)) {
            Map<String, List<Map<String, Object>>> content = new Yaml(new SafeConstructor(strict())).load(reader);
            return new Accounts(content.getOrDefault("accounts", List.of()).stream().map(Accounts::account).toList(),
                    content.getOrDefault("units", List.of()).stream().map(Accounts::unit).toList());
        } catch (IOException missing) {
            throw new StackFailure(ExitCode.DATA_BROKEN, "读不到账号清单 " + file + "；请恢复该文件。", "The list of accounts " + file + " cannot be read; restore it.");
        }
    }

    /** Person of an account. */
    public String person(String username) {
        return account(username).person();
    }

    public Account account(String username) {
        return accounts.stream().filter(account -> account.username().equals(username)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no account is called " + username));
    }

    /** What a demonstration entry can name: {@code account.<username>.person} and so on, {@code unit.<place>.<key>}. */
    public Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        for (Account account : accounts) {
            String prefix = "account." + account.username() + ".";
            names.put(prefix + "person", account.person());
            names.put(prefix + "office", account.office());
            names.put(prefix + "unit", account.unit());
            names.put(prefix + "name", account.displayName());
            names.put(prefix + "title", account.title());
        }
        for (Unit unit : units) {
            names.put("unit." + unit.place() + "." + unit.key(), unit.id());
        }
        return names;
    }

    private static Account account(Map<String, Object> entry) {
        List<String> roles = ((List<?>) entry.get("roles")).stream().map(String::valueOf).toList();
        return new Account(text(entry, "username"), text(entry, "displayName"), text(entry, "title"), text(entry, "person"), text(entry, "office"),
                text(entry, "unit"), text(entry, "jurisdiction"), roles);
    }

    private static Unit unit(Map<String, Object> entry) {
        return new Unit(text(entry, "id"), text(entry, "place"), text(entry, "key"), text(entry, "jurisdiction"), text(entry, "kind"), text(entry, "name"));
    }

    private static String text(Map<String, Object> entry, String key) {
        return String.valueOf(entry.get(key));
    }

    private static LoaderOptions strict() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return options;
    }
}
