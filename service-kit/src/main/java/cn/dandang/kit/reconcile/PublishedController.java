package cn.dandang.kit.reconcile;

import cn.dandang.kit.access.Recorded;
import cn.dandang.kit.codec.Json;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.security.Access;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** What this service's ledger says was published, for auditors: lines of JSON, ended by a line with their number, so that a list that breaks off is not taken for a whole one. */
@RestController
@RequestMapping("/api/${dandang.service}/v1/published")
public class PublishedController {
    private final PublishedFacts facts;

    PublishedController(PublishedFacts facts) {
        this.facts = facts;
    }

    /** The last line of a list. */
    public record End(long end) {}

    /** @param from first position as told to others @param to one past the last; the head when it is not given */
    @GetMapping
    @Recorded
    ResponseEntity<StreamingResponseBody> list(Actor actor, @RequestParam(defaultValue = "0") long from, @RequestParam(defaultValue = "" + Long.MAX_VALUE) long to) {
        Access.role(actor, Role.AUDITOR);
        return lines(taker -> facts.read(Math.max(0, from), to, taker::take));
    }

    /** Something that hands over facts. */
    public interface Source {
        void to(Taker taker);
    }

    /** Takes one fact. */
    public interface Taker {
        void take(FactLine line);
    }

    /** An answer with one line for each fact and the last line with their number. */
    public static ResponseEntity<StreamingResponseBody> lines(Source source) {
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("application/jsonl")).header(HttpHeaders.CACHE_CONTROL, "no-store").body(raw -> {
            OutputStream out = new BufferedOutputStream(raw);
            long[] count = new long[1];
            source.to(line -> {
                write(out, line);
                count[0]++;
            });
            write(out, new End(count[0]));
            out.flush();
        });
    }

    private static void write(OutputStream out, Object line) {
        try {
            out.write(Json.bytes(line));
            out.write('\n');
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
