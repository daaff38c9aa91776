package cn.dandang.deploy.audit;

import cn.dandang.deploy.api.Answer;
import cn.dandang.deploy.api.ApiSession;
import cn.dandang.ledger.checkpoint.SignedNote;
import cn.dandang.ledger.checkpoint.VerifierKey;
import cn.dandang.ledger.tiles.TileFolder;
import cn.dandang.ledger.tiles.TilePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The ledger of a running service, as it hands it out to an auditor. */
public final class RunningLedger implements TileFolder.Tiles {
    private static final String READS = "access-";

    private final ApiSession auditor;
    private final String base;

    /** @param name the service for its own ledger, {@code access-<service>} for its ledger of reads */
    public RunningLedger(ApiSession auditor, String name) {
        this.auditor = auditor;
        this.base = name.startsWith(READS) ? "/api/" + name.substring(READS.length()) + "/v1/reads/" : "/api/" + name + "/v1/ledger/";
    }

    /** Where it is exported as one file. */
    public String export() {
        return base + "export";
    }

    /** The ledgers of a service, by name. */
    public static List<String> of(String service) {
        return List.of(service, READS + service);
    }

    /** The checkpoint of its present end. */
    public SignedNote checkpoint() throws IOException {
        return SignedNote.parse(download("checkpoint").orElseThrow(() -> new IOException(base + "checkpoint: 404")));
    }

    /** The keys that it says it signs with. */
    public List<VerifierKey> keys() throws IOException {
        List<VerifierKey> keys = new ArrayList<>();
        ok(base + "keys").at("keys").forEach(key -> keys.add(VerifierKey.parse(key.path("key").asString())));
        return keys;
    }

    /** A consistency proof. */
    public List<byte[]> consistency(long from, long to) throws IOException {
        List<byte[]> proof = new ArrayList<>();
        ok(base + "proofs/consistency?from=" + from + "&to=" + to).at("proof").forEach((JsonNode hash) -> proof.add(HexFormat.of().parseHex(hash.asString())));
        return proof;
    }

    @Override
    public Optional<byte[]> content(TilePath path) throws IOException {
        return download(path.toString());
    }

    private Answer ok(String path) throws IOException {
        Answer answer = auditor.get(path);
        if (!answer.ok()) {
            throw new IOException(path + ": " + answer.status());
        }
        return answer;
    }

    private Optional<byte[]> download(String path) throws IOException {
        Path file = Files.createTempFile("dandang-audit", "");
        try {
            int status = auditor.download(base + path, file);
            if (status != 200 && status != 404) {
                throw new IOException(base + path + ": " + status);
            }
            return status == 200 ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } finally {
            Files.delete(file);
        }
    }
}
