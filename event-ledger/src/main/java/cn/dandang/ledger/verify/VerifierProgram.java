package cn.dandang.ledger.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.dandang.ledger.TreeHead;
import cn.dandang.ledger.VerificationReport;
import cn.dandang.ledger.checkpoint.Checkpoint;
import cn.dandang.ledger.checkpoint.CheckpointLog;
import cn.dandang.ledger.checkpoint.NoteException;
import cn.dandang.ledger.checkpoint.SignedNote;
import cn.dandang.ledger.checkpoint.VerifierKey;
import cn.dandang.ledger.witness.WitnessClient;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The verifier as a program of its own: reads, recomputes, reports in Chinese and English, and says the verdict by its exit code. */
public final class VerifierProgram {

    /** The ledger is what the checkpoints say. */
    public static final int VERIFIED = 0;
    /** The ledger is not what it should be; the report names the first bad position. */
    public static final int BROKEN = 1;
    /** The records agree with themselves, but a signature that was asked for is missing or wrong. */
    public static final int NOT_PROVEN = 2;
    /** It could not be read to its end. */
    public static final int UNREADABLE = 3;
    /** The command was not understood. */
    public static final int USAGE = 64;

    private static final String HELP = """
            用法 Usage: java -jar event-ledger-…-verifier.jar PATH|URL [--key VKEY]... [--witness VKEY[@URL]]... [--checkpoint FILE|URL]... [--resume FILE] [--header 'NAME: VALUE']...

              PATH|URL        导出文件（.jsonl），或瓦片目录／地址（C2SP tlog-tiles） · an export, or a tile log in a folder or at an address
              --key           账本公钥 · public key of the ledger
              --witness       见证公钥；带 @URL 时向该见证索取其最近的检查点 · key of a witness; with @URL its last checkpoint is fetched
              --checkpoint    别处留存的检查点（一个或多个） · checkpoints that were kept elsewhere
              --resume        进度文件：中断后从中继续 · file of progress, to go on after an interruption
              --header        随每个请求发送的首部 · sent with each request

            退出码 Exit codes
              0  核验通过 · verified
              1  账本有误，报告指出首个不可信位置 · the ledger is not what it should be; the report names the first bad position
              2  记录自身一致，但所要求的签名缺失或无效 · the records agree, but a signature that was asked for is missing or wrong
              3  无法读完 · it could not be read to its end
             64  参数有误 · wrong arguments
            """;

    private final String target;
    private final List<VerifierKey> keys = new ArrayList<>();
    private final List<VerifierKey> witnesses = new ArrayList<>();
    private final Map<VerifierKey, URI> witnessAddresses = new LinkedHashMap<>();
    private final List<String> checkpoints = new ArrayList<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private @Nullable Path resume;

    private VerifierProgram(String... arguments) {
        target = arguments[0];
        for (int i = 1; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i]);
            }
            option(arguments[i], arguments[i + 1]);
        }
    }

    private void option(String name, String value) {
        switch (name) {
            case "--key" -> keys.add(VerifierKey.parse(value));
            case "--witness" -> {
                int address = value.indexOf("@http");
                VerifierKey witness = VerifierKey.parse(address < 0 ? value : value.substring(0, address));
                witnesses.add(witness);
                if (address >= 0) {
                    witnessAddresses.put(witness, URI.create(value.substring(address + 1)));
                }
            }
            case "--checkpoint" -> checkpoints.add(value);
            case "--resume" -> resume = Path.of(value);
            case "--header" -> {
                int colon = value.indexOf(':');
                if (colon < 1) {
                    throw new IllegalArgumentException(value);
                }
                headers.put(value.substring(0, colon).strip(), value.substring(colon + 1).strip());
            }
            default -> throw new IllegalArgumentException(name);
        }
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8);
        System.exit(run(out, err, arguments));
    }

    /** Verifies as the arguments say; returns the exit code. */
    public static int run(PrintStream out, PrintStream err, String... arguments) {
        if (arguments.length == 0 || arguments[0].equals("--help")) {
            out.print(HELP);
            return arguments.length == 0 ? USAGE : VERIFIED;
        }
        VerifierProgram program;
        try {
            program = new VerifierProgram(arguments);
        } catch (NoteException | IllegalArgumentException e) {
            err.println("参数有误 Wrong arguments: " + e.getMessage());
            err.print(HELP);
            return USAGE;
        }
        try {
            return program.verify(out);
        } catch (IOException | UncheckedIOException | NoteException e) {
            err.println("无法读取 Cannot be read: " + e.getMessage());
            return UNREADABLE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return UNREADABLE;
        }
    }

    private int verify(PrintStream out) throws IOException, InterruptedException {
        boolean remote = target.startsWith("http://") || target.startsWith("https://");
        boolean export = remote ? target.endsWith("/export") || target.endsWith(".jsonl") : !Files.isDirectory(Path.of(target));
        if (!remote && !Files.exists(Path.of(target))) {
            throw new IOException(target);
        }
        TileLog log = remote ? TileLog.at(URI.create(target), headers) : TileLog.in(Path.of(target));
        Evidence evidence = new Evidence(keys, witnesses);
        Optional<SignedNote> own = own(export, remote, log);
        if (own.isPresent()) {
            evidence.take(own.get(), "账本自带 its own");
        }
        for (String kept : checkpoints) {
            for (SignedNote note : notes(fetch(kept), kept)) {
                evidence.take(note, kept);
            }
        }
        askWitnesses(own, evidence);
        evidence.judge();

        long begin = System.nanoTime();
        VerificationReport report;
        if (export) {
            report = Verifier.export(remote ? () -> stream(target) : () -> Files.newInputStream(Path.of(target)), Verifier.Options.of(evidence.heads(), resume));
        } else {
            TreeHead head = Checkpoint.parse(own.orElseThrow(() -> new IOException(target + "/checkpoint")).text()).head();
            report = Verifier.tiles(log, head, Verifier.Options.of(evidence.heads(), resume));
        }
        return tell(out, report, evidence, (System.nanoTime() - begin) / 1e9);
    }

    private Optional<SignedNote> own(boolean export, boolean remote, TileLog log) throws IOException {
        Optional<byte[]> bytes = Optional.empty();
        if (!export) {
            bytes = log.get("checkpoint");
        } else if (!remote && Files.exists(Path.of(target + ".checkpoint"))) {
            bytes = Optional.of(Files.readAllBytes(Path.of(target + ".checkpoint")));
        }
        return bytes.isPresent() ? Optional.of(notes(bytes.get(), target).getFirst()) : Optional.empty();
    }

    private void askWitnesses(Optional<SignedNote> own, Evidence evidence) throws IOException, InterruptedException {
        for (Map.Entry<VerifierKey, URI> witness : witnessAddresses.entrySet()) {
            String origin = keys.isEmpty() ? own.map(note -> Checkpoint.parse(note.text()).origin()).orElse("") : keys.getFirst().name();
            try (WitnessClient client = new WitnessClient(witness.getValue(), witness.getKey())) {
                client.latest(origin).ifPresent(note -> evidence.take(note, "见证留存 kept by the witness"));
            } catch (NoteException e) {
                throw new IOException(witness.getValue() + ": " + e.getMessage(), e);
            }
        }
    }

    private static List<SignedNote> notes(byte[] content, String where) throws IOException {
        try {
            List<SignedNote> notes = CheckpointLog.read(content);
            if (!notes.isEmpty()) {
                return notes;
            }
        } catch (NoteException e) {
            throw new IOException(where + ": " + e.getMessage(), e);
        }
        throw new IOException(where + ": 其中没有检查点 · holds no checkpoint");
    }

    private byte[] fetch(String where) throws IOException {
        try (InputStream in = where.startsWith("http://") || where.startsWith("https://") ? stream(where) : Files.newInputStream(Path.of(where))) {
            return in.readAllBytes();
        }
    }

    private InputStream stream(String address) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        headers.forEach(request::setHeader);
        try {
            // closed by the garbage collector once the stream has ended
            HttpResponse<InputStream> answer = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                answer.body().close();
                throw new IOException(address + ": " + answer.statusCode());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private int tell(PrintStream out, VerificationReport report, Evidence evidence, double seconds) {
        boolean proven = evidence.lacking().isEmpty();
        for (String language : List.of("zh", "en")) {
            out.println(report.messages().getOrDefault(language, ""));
        }
        evidence.lacking().forEach(out::println);
        evidence.found().forEach(line -> out.println("  " + line));
        long vouched = evidence.witnessedByAll();
        if (report.ok() && vouched >= 0 && vouched < report.records()) {
            out.println("  见证之后另有 " + (report.records() - vouched) + " 条记录 · " + (report.records() - vouched) + " records came after what the witnesses saw");
        }
        if (report.ok() && keys.isEmpty()) {
            out.println("  未给出 --key：只核验了自身一致，不能证明未被整体改写 · without --key this only shows that the records agree with themselves");
        }
        out.println(String.format(Locale.ROOT, "  用时 Took            %.1f s, %,.0f 条/秒 records/s", seconds, report.records() / Math.max(seconds, 1e-3)));
        return report.ok() ? proven ? VERIFIED : NOT_PROVEN : BROKEN;
    }
}
