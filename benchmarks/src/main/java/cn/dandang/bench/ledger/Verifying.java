package cn.dandang.bench.ledger;

import cn.dandang.bench.measure.Benchmark;
import cn.dandang.bench.measure.Pairs;
import cn.dandang.bench.measure.Result;
import cn.dandang.bench.measure.Setting;
import cn.dandang.bench.measure.Target;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.LedgerExport;
import cn.dandang.ledger.LedgerVerifier;
import cn.dandang.ledger.VerificationReport;
import java.io.BufferedInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The verifier over an export, beside a loop that parses the same file as it streams and hashes each record, and compares nothing. */
final class Verifying implements Benchmark {

    private static final int RECORDS = 400_000;

    @Override
    public List<String> figures() {
        return List.of("verifier_records_per_second", "verifier_vs_bare");
    }

    @Override
    public List<Result> run(Setting setting) throws Exception {
        return setting.inFreshFolder(folder -> {
            Path export = folder.resolve("export.jsonl");
            Filled.withSamples(folder.resolve("ledger.db"), RECORDS, 32);
            try (Ledger ledger = Filled.open(folder.resolve("ledger.db")); OutputStream out = Files.newOutputStream(export)) {
                LedgerExport.write(ledger, out);
            }
            Pairs pairs = Pairs.alternate(setting.pairs(), () -> verified(export), () -> bare(export));
            return List.of(
                    setting.alone("verifier_records_per_second", "records/s", "The verifier over an export of 400 000 records, on one thread.", Target.atLeast(600_000), pairs.ours()),
                    setting.ratio("verifier_vs_bare", "The same, beside a loop on one thread that parses the same file as it streams and hashes each record's bytes.",
                            Target.atLeast(0.5), pairs, "verifier", "parse and hash", "records/s"));
        });
    }

    private static double verified(Path export) throws Exception {
        long begin = System.nanoTime();
        VerificationReport report = LedgerVerifier.verify(export);
        if (!report.ok() || report.records() != RECORDS) {
            throw new IllegalStateException("The export does not verify: " + report.messages());
        }
        return RECORDS / ((System.nanoTime() - begin) / 1e9);
    }

    private static double bare(Path export) throws Exception {
        long begin = System.nanoTime();
        long records = 0;
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        try (InputStream in = new BufferedInputStream(Files.newInputStream(export), 1 << 16);
                JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME && parser.currentName().equals("bytes")) {
                    parser.nextToken();
                    sha.update((byte) 0);
                    sha.digest(parser.getBinaryValue());
                    records++;
                }
            }
        }
        if (records != RECORDS) {
            throw new IllegalStateException("The file has " + records + " records");
        }
        return RECORDS / ((System.nanoTime() - begin) / 1e9);
    }
}
