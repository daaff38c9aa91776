package cn.dandang.deploy.cli;

import cn.dandang.deploy.api.Api;
import cn.dandang.deploy.audit.RunningLedger;
import cn.dandang.deploy.stack.DataFolder;
import cn.dandang.deploy.stack.ExitCode;
import cn.dandang.deploy.stack.Installation;
import cn.dandang.deploy.stack.StackFailure;
import cn.dandang.ledger.checkpoint.Checkpoint;
import cn.dandang.ledger.checkpoint.NoteException;
import cn.dandang.ledger.checkpoint.SignedNote;
import cn.dandang.ledger.checkpoint.VerifierKey;
import cn.dandang.ledger.witness.WitnessClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "witness", description = {"把各服务的检查点送交见证签名。", "Takes the checkpoints of the running services to a witness."})
final class WitnessCommand implements Callable<Integer> {
    @Parameters(paramLabel = "VKEY@URL")
    private String witness = "";

    @Option(names = "--service", paramLabel = "NAME")
    private @Nullable String service;

    @Option(names = "--keep", paramLabel = "FOLDER")
    private @Nullable Path keep;

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() throws IOException, InterruptedException {
        int address = witness.indexOf("@http");
        VerifierKey key;
        try {
            key = VerifierKey.parse(address < 0 ? "" : witness.substring(0, address));
        } catch (NoteException e) {
            throw new StackFailure(ExitCode.WRONG_ARGUMENTS, "见证写作 <公钥>@<地址>，公钥由见证启动时打印。", "A witness is <key>@<address>; it prints its key when it starts.");
        }
        DataFolder folder = data.folder(Installation.find());
        boolean all = true;
        URI url = URI.create(witness.substring(address + 1));
        try (Api api = AuditCommand.api(folder)) {
            for (String name : AuditCommand.ledgersOf(folder).stream().filter(each -> service == null || service.equals(each)).toList()) {
                // a client of its own: it remembers how far the witness is with one ledger
                try (WitnessClient client = new WitnessClient(url, key)) {
                    all &= visit(name, new RunningLedger(api.as(AuditCommand.AUDITOR), name), client);
                }
            }
        }
        return (all ? ExitCode.OK : ExitCode.EXPECTATION_FAILED).code();
    }

    private boolean visit(String name, RunningLedger ledger, WitnessClient client) throws IOException, InterruptedException {
        SignedNote checkpoint = ledger.checkpoint();
        long size = Checkpoint.parse(checkpoint.text()).head().size();
        try {
            SignedNote cosigned = client.cosign(checkpoint, ledger::consistency);
            System.out.printf("%-22s %10d  见证已签 cosigned by %s%n", name, size, client.witness().name());
            if (keep != null) {
                Files.createDirectories(keep);
                Files.writeString(keep.resolve(name + ".checkpoint"), cosigned.toString());
            }
            return true;
        } catch (WitnessClient.RefusedException refused) {
            System.out.printf("%-22s %10d  见证拒签 refused (%d): %s%n", name, size, refused.status(), refused.getMessage());
            return false;
        }
    }
}
