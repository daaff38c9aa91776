package cn.dandang.kit.archive;

import cn.dandang.kit.access.NotRecorded;
import cn.dandang.kit.access.ReadEvent.Manner;
import cn.dandang.kit.access.ReadRecorder;
import cn.dandang.kit.boot.DandangProperties;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.problem.ProblemException;
import cn.dandang.kit.problem.ProblemType;
import cn.dandang.kit.security.Access;
import cn.dandang.kit.web.Creation;
import cn.dandang.ledger.ArchiveFile;
import cn.dandang.ledger.ArchiveReport;
import cn.dandang.ledger.StreamExtent;
import cn.dandang.policy.Message;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Archiving of closed matters, for auditors: it moves bytes and must leave the record as it is. Each run and each file of it is on record among the reads. */
@RestController
@RequestMapping("/api/${dandang.service}/v1/archive")
public class ArchiveController {
    private static final Logger log = LoggerFactory.getLogger(ArchiveController.class);
    /** So that a slip of the hand is refused and not understood as "never". */
    private static final int MOST_DAYS = 100_000;

    private final Archives archives;
    private final ReadRecorder recorder;
    private final DandangProperties properties;
    private final String path;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile @Nullable Run last;

    ArchiveController(Archives archives, ReadRecorder recorder, DandangProperties properties) {
        this.archives = archives;
        this.recorder = recorder;
        this.properties = properties;
        this.path = "/api/" + properties.service() + "/v1/archive";
    }

    /**
     * What is to be archived.
     *
     * @param olderThanDays days since the last event of a closed matter, at least; given by whoever orders it, as there is no rule about it
     * @param dryRun        true to be told what would move
     */
    public record RunRequest(@NotNull @Min(0) @Max(MOST_DAYS) Integer olderThanDays, boolean dryRun) {}

    /**
     * How a run goes, or went.
     *
     * @param streams  of which something was moved, or would be
     * @param bytes    length of the records
     * @param archives digests of the files that were written
     * @param failure  why it failed; what was moved until then stays moved and the next run goes on
     */
    public record Run(State state, boolean dryRun, int olderThanDays, long streams, long records, long bytes, List<String> archives, @Nullable String failure) {
        public enum State { RUNNING, DONE, FAILED }

        static Run of(State state, RunRequest request, ArchiveReport report, @Nullable String failure) {
            return new Run(state, request.dryRun(), request.olderThanDays(), report.streams(), report.records(), report.bytes(), report.archives(), failure);
        }
    }

    /** The archive. @param run the last one of this process, or null @param problems what is wrong with the files now */
    public record Archive(@Nullable Run run, List<ArchiveFile> files, List<Message> problems) {}

    @GetMapping
    @NotRecorded("digests and sizes show nothing of the record")
    Archive show(Actor actor) {
        Access.role(actor, Role.AUDITOR);
        return new Archive(last, archives.files(), archives.problems().stream().map(problem -> Message.of(problem.get("zh"), problem.get("en"))).toList());
    }

    /** Begins to archive; one run at a time. The archive shows how far it is. */
    @PostMapping("/runs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Run run(Creation in, @Valid @RequestBody RunRequest request) {
        Access.role(in.actor(), Role.AUDITOR);
        if (!busy.compareAndSet(false, true)) {
            throw ProblemException.of(ProblemType.WRONG_STATE, "归档正在进行，请稍后再试。", "An archiving is under way. Try again when it is done.");
        }
        Run begun = Run.of(Run.State.RUNNING, request, Archives.preview(List.of()), null);
        boolean started = false;
        try {
            recorder.record(in.actor(), path + "/runs?dryRun=" + request.dryRun() + "&olderThanDays=" + request.olderThanDays(), request.dryRun() ? Manner.LOOKED : Manner.ARCHIVED, null);
            last = begun;
            Thread.ofPlatform().daemon().name("archive").start(() -> carryOut(in.actor(), request));
            started = true;
        } finally {
            if (!started) {
                busy.set(false);
            }
        }
        return begun;
    }

    private void carryOut(Actor actor, RunRequest request) {
        ArchiveReport[] reached = {Archives.preview(List.of())};
        try {
            Collection<StreamExtent> streams = archives.closedFor(Duration.ofDays(request.olderThanDays()));
            if (request.dryRun()) {
                reached[0] = Archives.preview(streams);
            } else {
                archives.archive(streams, report -> {
                    recorder.record(actor, path + "/files/" + report.archives().getLast(), Manner.ARCHIVED, null);
                    reached[0] = report;
                    last = Run.of(Run.State.RUNNING, request, report, null);
                });
            }
            if (!properties.reports()) {
                log.info("{} {} streams, {} records, {} bytes.", request.dryRun() ? "Archiving would move" : "Archived", reached[0].streams(), reached[0].records(), reached[0].bytes());
            }
            last = Run.of(Run.State.DONE, request, reached[0], null);
        } catch (RuntimeException e) {
            log.error("The archiving failed; what was moved stays moved, and the next one goes on.", e);
            last = Run.of(Run.State.FAILED, request, reached[0], e.getMessage());
        } finally {
            busy.set(false);
        }
    }
}
