package cn.dandang.deploy.cli;

import cn.dandang.deploy.stack.ExitCode;
import cn.dandang.deploy.stack.Installation;
import cn.dandang.deploy.stack.StackFailure;
import cn.dandang.ledger.checkpoint.KeyRing;
import cn.dandang.ledger.checkpoint.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Works on the key folder, also while the services run: they look for their keys at each signature. */
@Command(name = "keys", description = {"账本的签名公钥。", "The keys that sign the ledgers."})
final class KeysCommand implements Callable<Integer> {
    @Option(names = "--rotate", paramLabel = "SERVICE")
    private @Nullable String rotate;

    @Option(names = "--overlap-days", paramLabel = "N")
    private int overlapDays = -1;

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() throws IOException {
        Path keys = data.folder(Installation.find()).data().resolve("keys/ledger");
        if (!Files.isDirectory(keys)) {
            throw new StackFailure(ExitCode.WRONG_ARGUMENTS, keys + " 中还没有签名密钥。", "There are no signing keys in " + keys + " yet.");
        }
        String service = rotate;
        if (service != null) {
            rotate(keys.resolve(service));
        }
        try (Stream<Path> folders = Files.list(keys)) {
            for (Path folder : folders.sorted().toList()) {
                KeyRing.find(folder).ifPresent(ring -> print(folder.getFileName().toString(), ring.keys()));
            }
        }
        return ExitCode.OK.code();
    }

    private void rotate(Path folder) {
        KeyRing ring = KeyRing.find(folder).orElseThrow(() -> new StackFailure(ExitCode.WRONG_ARGUMENTS, "没有账本 " + rotate + " 的签名密钥。", "There is no signing key of a ledger " + rotate + "."));
        if (overlapDays < 0) {
            throw new StackFailure(ExitCode.WRONG_ARGUMENTS, "请用 --overlap-days 给出新旧密钥并用的天数。", "Say with --overlap-days for how many days both keys sign.");
        }
        VerifierKey made = ring.rotate(Duration.ofDays(overlapDays), Instant.now());
        System.out.println("新公钥 New key: " + made);
    }

    private static void print(String service, List<KeyRing.Entry> keys) {
        for (KeyRing.Entry entry : keys) {
            System.out.println(service + "  " + entry.key());
            System.out.println("    自 from " + entry.from() + (entry.until() == null ? "" : "  至 until " + entry.until()));
        }
    }
}
