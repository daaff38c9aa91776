package cn.dandang.kit.view;

import cn.dandang.kit.access.NotRecorded;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.problem.ProblemException;
import cn.dandang.kit.problem.ProblemType;
import cn.dandang.kit.security.Access;
import cn.dandang.kit.web.Creation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The views of a service and their rebuilding, for auditors: that a view equals what the events give is part of the record. */
@RestController
@RequestMapping("/api/${dandang.service}/v1/views")
public class ViewController {
    private static final Logger log = LoggerFactory.getLogger(ViewController.class);
    private final LedgerViews ledgerViews;
    private final FactViews factViews;
    private final Map<String, Rebuild> rebuilds = new ConcurrentHashMap<>();
    private final AtomicBoolean busy = new AtomicBoolean();

    ViewController(LedgerViews ledgerViews, FactViews factViews) {
        this.ledgerViews = ledgerViews;
        this.factViews = factViews;
    }

    /**
     * How a rebuild goes, or went.
     *
     * @param read        how far its sources were read
     * @param total       how far they have to be read
     * @param secondsLeft an estimate by the pace so far; null before there is a pace
     * @param report      null while it runs and when it failed
     */
    public record Rebuild(String state, long read, long total, @Nullable Long secondsLeft, @Nullable RebuildReport report) {
        static Rebuild running(long read, long total, Duration elapsed) {
            return new Rebuild("RUNNING", read, total, read == 0 ? null : elapsed.toMillis() * (total - read) / read / 1000, null);
        }
    }

    /** A view. @param rebuild the last one, or null */
    public record ViewItem(String name, @Nullable Rebuild rebuild) {}

    /** The views. */
    public record ViewList(List<ViewItem> items) {}

    @GetMapping
    @NotRecorded("names and progress show nothing of the record")
    ViewList list(Actor actor) {
        Access.role(actor, Role.AUDITOR);
        return new ViewList(Stream.concat(ledgerViews.names().stream(), factViews.names().stream()).sorted().map(name -> new ViewItem(name, rebuilds.get(name))).toList());
    }

    /** Begins to build a view again; one at a time. The list shows how far it is. */
    @PostMapping("/{name}/rebuilds")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ViewItem rebuild(Creation request, @PathVariable String name) {
        Access.role(request.actor(), Role.AUDITOR);
        boolean ofLedger = ledgerViews.names().contains(name);
        if (!ofLedger && !factViews.names().contains(name)) {
            throw ProblemException.notFound("视图", "view", name);
        }
        if (!busy.compareAndSet(false, true)) {
            throw ProblemException.of(ProblemType.WRONG_STATE, "已有视图正在重建，请稍后再试。", "A view is being rebuilt. Try again when it is done.");
        }
        rebuilds.put(name, Rebuild.running(0, 0, Duration.ZERO));
        Thread.ofPlatform().daemon().name("rebuild-" + name).start(() -> run(name, ofLedger));
        return new ViewItem(name, rebuilds.get(name));
    }

    private void run(String name, boolean ofLedger) {
        long begin = System.nanoTime();
        RebuildProgress progress = (read, total) -> rebuilds.put(name, Rebuild.running(read, total, Duration.ofNanos(System.nanoTime() - begin)));
        try {
            RebuildReport report = ofLedger ? ledgerViews.rebuild(name, progress) : factViews.rebuild(name, progress);
            rebuilds.put(name, done(rebuilds.get(name), report));
        } catch (RuntimeException e) {
            log.error("The rebuilding of the view {} failed; the live view is as it was.", name, e);
            Rebuild last = rebuilds.get(name);
            rebuilds.put(name, new Rebuild("FAILED", last == null ? 0 : last.read(), last == null ? 0 : last.total(), null, null));
        } finally {
            busy.set(false);
        }
    }

    private static Rebuild done(@Nullable Rebuild last, RebuildReport report) {
        long total = last == null ? report.events() : last.total();
        return new Rebuild("DONE", total, total, 0L, report);
    }
}
