package cn.dandang.kit.ledgerapi;

import cn.dandang.kit.access.NotRecorded;
import cn.dandang.kit.access.Recorded;
import cn.dandang.kit.boot.DandangProperties;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.problem.ProblemException;
import cn.dandang.kit.problem.ProblemType;
import cn.dandang.kit.security.Access;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.LedgerExport;
import cn.dandang.ledger.LedgerVerifier;
import cn.dandang.ledger.TreeHead;
import cn.dandang.ledger.VerificationReport;
import cn.dandang.policy.Message;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The ledger of this service, for auditors only: in clarification its very size would tell of reports. */
@RestController
@RequestMapping("/api/${dandang.service}/v1/ledger")
public class LedgerController {
    private static final double NANOS = 1e9;

    private final Ledger ledger;
    private final DandangProperties properties;
    /** A verification reads everything: one at a time. */
    private final Semaphore verifying = new Semaphore(1);

    LedgerController(Ledger ledger, DandangProperties properties) {
        this.ledger = ledger;
        this.properties = properties;
    }

    /** @param root over all records, RFC 6962, hexadecimal */
    public record Head(String service, long size, String root) {}

    /**
     * What recomputing the whole ledger gave.
     *
     * @param size    records that were checked
     * @param root    recomputed from their bytes
     * @param seconds how long it took
     */
    public record Verdict(String service, long size, String root, Result verdict, @Nullable FirstBad firstBad, Message what, Instant checkedAt, double seconds) {
        public enum Result { OK, BROKEN }
    }

    /** @param position the first that cannot be trusted */
    public record FirstBad(long position, Message what) {}

    @GetMapping("/head")
    @NotRecorded("size and root show nothing of the record")
    Head head(Actor actor) {
        Access.role(actor, Role.AUDITOR);
        TreeHead head = ledger.treeHead();
        return new Head(properties.service(), head.size(), head.rootHex());
    }

    /** Every record as it is stored, with batches and roots, as lines of JSON; sealed values stay sealed. */
    @GetMapping("/export")
    @Recorded
    ResponseEntity<StreamingResponseBody> export(Actor actor) {
        Access.role(actor, Role.AUDITOR);
        String name = "dandang-" + properties.service() + "-ledger.jsonl";
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("application/jsonl"))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(out -> LedgerExport.write(ledger, out));
    }

    /** Recomputes everything from the records' bytes and compares the store's own keys with them. */
    @GetMapping("/verdict")
    @Recorded
    Verdict verdict(Actor actor) throws IOException {
        Access.role(actor, Role.AUDITOR);
        if (!verifying.tryAcquire()) {
            throw ProblemException.of(ProblemType.UNAVAILABLE, "另一次核验正在进行，请稍后再试。", "Another verification is under way. Try again soon.");
        }
        try {
            Instant checkedAt = Instant.now();
            long begin = System.nanoTime();
            VerificationReport report = LedgerVerifier.verify(ledger, List.of());
            double seconds = Duration.ofNanos(System.nanoTime() - begin).toNanos() / NANOS;
            Message what = Message.of(report.messages().get("zh"), report.messages().get("en"));
            @Nullable FirstBad firstBad = report.defect().map(defect -> new FirstBad(defect.position(), what)).orElse(null);
            return new Verdict(properties.service(), report.records(), report.root().rootHex(), report.ok() ? Verdict.Result.OK : Verdict.Result.BROKEN, firstBad, what, checkedAt, seconds);
        } finally {
            verifying.release();
        }
    }
}
