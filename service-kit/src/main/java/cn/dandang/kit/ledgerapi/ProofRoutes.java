package cn.dandang.kit.ledgerapi;

import cn.dandang.kit.access.NotRecorded;
import cn.dandang.kit.access.Recorded;
import cn.dandang.kit.checkpoint.Checkpoints;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.problem.ProblemException;
import cn.dandang.kit.security.Access;
import cn.dandang.ledger.TreeHead;
import cn.dandang.ledger.checkpoint.KeyRing;
import cn.dandang.ledger.tiles.LedgerTiles;
import cn.dandang.ledger.tiles.TilePath;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Checkpoints, tiles and proofs of a ledger, for auditors only; the address of such a controller is a tile log as C2SP tlog-tiles says. */
public abstract class ProofRoutes {
    private static final String HASHES_ALONE = "hashes and signatures show nothing of the record";
    private static final MediaType NOTE = MediaType.parseMediaType("text/plain;charset=utf-8");

    private final Checkpoints checkpoints;
    private final LedgerTiles tiles;

    protected ProofRoutes(Checkpoints checkpoints, LedgerTiles tiles) {
        this.checkpoints = checkpoints;
        this.tiles = tiles;
    }

    /** @param keys all keys that ever signed, the oldest first */
    public record Keys(String origin, List<Key> keys) {}

    /**
     * A signing key.
     *
     * @param key   verifier key, as C2SP signed-note writes it
     * @param until when it stops to sign; absent while nothing ends it
     */
    public record Key(String key, Instant from, @Nullable Instant until) {
        static Key of(KeyRing.Entry entry) {
            return new Key(entry.key().toString(), entry.from(), entry.until());
        }
    }

    /** @param proof from the leaf's sibling up to the root's child, hexadecimal */
    public record InclusionProof(long position, String leaf, long size, String root, List<String> proof) {}

    /** @param proof RFC 6962, section 2.1.2, hexadecimal */
    public record ConsistencyProof(long from, String fromRoot, long to, String toRoot, List<String> proof) {}

    /** The ledger's present end, signed and cosigned. */
    @GetMapping("/checkpoint")
    @NotRecorded(HASHES_ALONE)
    ResponseEntity<String> checkpoint(Actor actor) {
        Access.role(actor, Role.AUDITOR);
        return ResponseEntity.ok().contentType(NOTE).header(HttpHeaders.CACHE_CONTROL, "no-store").body(checkpoints.current().toString());
    }

    /** The keys that checkpoints are verified with. Whoever relies on them compares them with what was handed over outside. */
    @GetMapping("/keys")
    @NotRecorded(HASHES_ALONE)
    Keys keys(Actor actor) {
        Access.role(actor, Role.AUDITOR);
        return new Keys(checkpoints.origin(), checkpoints.keys().stream().map(Key::of).toList());
    }

    /** Records as they are stored, 256 in a bundle; sealed values stay sealed. */
    @GetMapping({"/tile/entries/{*path}"})
    @Recorded
    ResponseEntity<byte[]> entries(Actor actor, @PathVariable String path) {
        Access.role(actor, Role.AUDITOR);
        return content("tile/entries" + path);
    }

    /** The same with four bytes of length before each record, for records that are too long for the form of others. */
    @GetMapping({"/tile/records/{*path}"})
    @Recorded
    ResponseEntity<byte[]> records(Actor actor, @PathVariable String path) {
        Access.role(actor, Role.AUDITOR);
        return content("tile/records" + path);
    }

    /** Hashes of the tree, 256 in a tile. */
    @GetMapping("/tile/{level:[0-9]+}/{*path}")
    @NotRecorded(HASHES_ALONE)
    ResponseEntity<byte[]> tile(Actor actor, @PathVariable String level, @PathVariable String path) {
        Access.role(actor, Role.AUDITOR);
        return content("tile/" + level + path);
    }

    private ResponseEntity<byte[]> content(String path) {
        byte[] content;
        try {
            content = tiles.content(TilePath.parse(path)).orElseThrow(() -> ProblemException.notFound("瓦片", "tile", path));
        } catch (IllegalArgumentException notAPath) {
            throw ProblemException.notFound("瓦片", "tile", path);
        }
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM).header(HttpHeaders.CACHE_CONTROL, "no-store").body(content);
    }

    /** That a record is at its position in the tree of {@code size} records, by default of all. */
    @GetMapping("/proofs/inclusion")
    @NotRecorded(HASHES_ALONE)
    InclusionProof inclusion(Actor actor, @RequestParam long position, @RequestParam(required = false) @Nullable Long size) {
        Access.role(actor, Role.AUDITOR);
        long of = upTo(size);
        if (position < 0 || position >= of) {
            throw ProblemException.malformed("位置从 0 起，小于 " + of + "。", "A position is 0 or more and below " + of + ".");
        }
        byte[] leaf = tiles.leaf(position);
        return new InclusionProof(position, hex(leaf), of, hex(tiles.root(of)), tiles.inclusion(position, of).stream().map(ProofRoutes::hex).toList());
    }

    /** That the tree of {@code to} records, by default of all, begins with that of {@code from} records. */
    @GetMapping("/proofs/consistency")
    @NotRecorded(HASHES_ALONE)
    ConsistencyProof consistency(Actor actor, @RequestParam long from, @RequestParam(required = false) @Nullable Long to) {
        Access.role(actor, Role.AUDITOR);
        long end = upTo(to);
        if (from < 1 || from > end) {
            throw ProblemException.malformed("起点从 1 起，不大于 " + end + "。", "A proof begins at 1 or more and at most " + end + ".");
        }
        return new ConsistencyProof(from, hex(tiles.root(from)), end, hex(tiles.root(end)), tiles.consistency(from, end).stream().map(ProofRoutes::hex).toList());
    }

    private long upTo(@Nullable Long size) {
        TreeHead head = tiles.head();
        if (size != null && (size < 0 || size > head.size())) {
            throw ProblemException.malformed("账本没有这么多记录。", "The ledger does not have so many records.");
        }
        return size == null ? head.size() : size;
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
