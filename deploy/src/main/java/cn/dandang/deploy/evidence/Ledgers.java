package cn.dandang.deploy.evidence;

import cn.dandang.contracts.Topics;
import cn.dandang.deploy.api.ApiSession;
import cn.dandang.deploy.audit.LedgerAudit;
import cn.dandang.deploy.audit.Verdict;
import cn.dandang.deploy.stack.DataFolder;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.LedgerOptions;
import cn.dandang.ledger.LedgerRecord;
import cn.dandang.ledger.LedgerVerifier;
import cn.dandang.ledger.SqliteLedgerStore;
import cn.dandang.ledger.VerificationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All ledgers of an installation, read as an auditor reads them: from exports while it runs, from the files when it has ended. */
public final class Ledgers {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Ledgers() {}

    /** Exports every ledger, verifies each export and gives the records by service; {@code faults} gets what does not verify. */
    public static Map<String, List<Entry>> exported(ApiSession auditor, List<String> faults) throws IOException {
        Map<String, List<Entry>> ledgers = new TreeMap<>();
        for (String service : Topics.REACTORS) {
            Path file = Files.createTempFile("dandang-evidence-" + service, ".jsonl");
            try {
                int status = auditor.download("/api/" + service + "/v1/ledger/export", file);
                if (status != 200) {
                    faults.add(service + " does not hand out its ledger: " + status);
                    continue;
                }
                VerificationReport report = LedgerVerifier.verify(file);
                if (!report.ok()) {
                    faults.add(service + ": " + report.messages());
                }
                ledgers.put(service, read(service, file));
            } finally {
                Files.delete(file);
            }
        }
        return ledgers;
    }

    private static List<Entry> read(String service, Path export) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (String line : Files.readAllLines(export)) {
            JsonNode node = JSON.readTree(line);
            if (node.has("bytes")) {
                LedgerRecord record = LedgerRecord.decode(Base64.getDecoder().decode(node.path("bytes").asString()));
                entries.add(Entry.of(service, node.path("position").asLong(), record));
            }
        }
        return entries;
    }

    /** The same from the files of an installation that has ended. */
    public static Map<String, List<Entry>> stored(DataFolder folder, List<String> faults) throws IOException {
        Path ledgers = folder.data().resolve("ledger");
        for (Verdict verdict : LedgerAudit.verify(ledgers)) {
            if (!verdict.ok()) {
                faults.add(verdict.ledger() + ": " + verdict.en());
            }
        }
        Map<String, List<Entry>> stored = new TreeMap<>();
        for (String service : Topics.REACTORS) {
            List<Entry> entries = new ArrayList<>();
            try (Ledger ledger = Ledger.open(SqliteLedgerStore.open(ledgers.resolve(service + ".db")), LedgerOptions.defaults())) {
                ledger.read(0, ledger.head(), recorded -> entries.add(Entry.of(service, recorded.position(), recorded.record())));
            }
            stored.put(service, entries);
        }
        return stored;
    }
}
