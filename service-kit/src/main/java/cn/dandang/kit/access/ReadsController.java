package cn.dandang.kit.access;

import cn.dandang.kit.access.ReadEvent.Manner;
import cn.dandang.kit.access.ReadEvent.ReadRecorded;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.personal.Opened;
import cn.dandang.kit.personal.PersonalData;
import cn.dandang.kit.security.Access;
import cn.dandang.ledger.TreeHead;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Who read what of this service's record, for auditors; reading this is a read, too. */
@RestController
@RequestMapping("/api/${dandang.service}/v1/reads")
public class ReadsController {
    private static final int MOST = 500;
    private final AccessLedger ledger;
    private final ReadRecorder recorder;
    private final PersonalData personal;

    ReadsController(AccessLedger ledger, ReadRecorder recorder, PersonalData personal) {
        this.ledger = ledger;
        this.recorder = recorder;
        this.personal = personal;
    }

    /** One read. @param rows how many entries of a list were shown */
    public record ReadItem(long position, String person, String office, String jurisdiction, String what, Manner manner, @Nullable Integer rows, @Nullable String reason, Instant at) {}

    /** A page of reads. @param next position to go on from, or null at the end; @param root over all reads */
    public record Reads(List<ReadItem> items, @Nullable Long next, long size, String root) {}

    /** What is about to be printed, as its reader says. */
    public record PrintRequest(@NotBlank @Size(max = 400) String what, @NotBlank @Size(max = 500) String reason) {}

    /** Where the print is on record. */
    public record PrintAnswer(long position) {}

    @GetMapping
    @Recorded
    Reads list(Actor actor, @RequestParam(defaultValue = "0") long from, @RequestParam(defaultValue = "100") int limit) {
        Access.role(actor, Role.AUDITOR);
        TreeHead head = ledger.head();
        int many = Math.clamp(limit, 1, MOST);
        List<ReadItem> items = ledger.from(Math.max(0, from), many).stream().map(this::shown).toList();
        long next = items.isEmpty() ? head.size() : items.getLast().position() + 1;
        return new Reads(items, next < head.size() ? next : null, head.size(), head.rootHex());
    }

    /** The ledger of reads as a file that the verifier checks. */
    @GetMapping("/export")
    @Recorded
    ResponseEntity<StreamingResponseBody> export(Actor actor) {
        Access.role(actor, Role.AUDITOR);
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("application/jsonl"))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("dandang-reads.jsonl").build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store").body(ledger::export);
    }

    /** Records a print before it is made; every signed-in person may and the console must. */
    @PostMapping("/prints")
    PrintAnswer print(Actor actor, @Valid @RequestBody PrintRequest request) {
        return new PrintAnswer(recorder.record(actor, request.what(), Manner.PRINTED, request.reason()));
    }

    private ReadItem shown(AccessLedger.Read found) {
        ReadRecorded read = found.read();
        return new ReadItem(found.position(), read.person(), read.office(), read.place(), what(read), read.manner(), read.rows(), personal.textOrNull(read.reason()), read.at());
    }

    /** What stands in the open, where the rest of it was erased with the reader. */
    private String what(ReadRecorded read) {
        return read.asked() != null && personal.open(read.asked()) instanceof Opened.Value<String>(String asked) ? asked : read.what();
    }
}
