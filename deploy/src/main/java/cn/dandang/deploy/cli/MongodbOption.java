package cn.dandang.deploy.cli;

import cn.dandang.deploy.stack.ExitCode;
import cn.dandang.deploy.stack.StackFailure;
import cn.dandang.ledger.MongoLedgers;
import cn.dandang.ledger.StoreException;
import com.mongodb.ConnectionString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Which MongoDB holds the ledgers: named by an option, by a file, or by the variable that the services use; none, if they lie in files.
 * A password is taken from the file or the variable only, for everybody on a machine sees the arguments of its processes.
 */
final class MongodbOption {
    private static final String VARIABLE = "MONGODB_URI";

    @Option(names = "--mongodb", paramLabel = "URI")
    private @Nullable String address;

    @Option(names = "--mongodb-file", paramLabel = "FILE")
    private @Nullable Path file;

    /** Whether it was named in the command itself. */
    boolean given() {
        return address != null || file != null;
    }

    /**
     * Connects; empty if nothing names one.
     *
     * @throws StackFailure if it does not answer, or what names it is no address
     */
    Optional<MongoLedgers> connect() throws IOException {
        return uri().map(MongodbOption::connect);
    }

    private Optional<String> uri() throws IOException {
        Path from = file;
        if (address != null && from != null) {
            throw new StackFailure(ExitCode.WRONG_ARGUMENTS, "--mongodb 与 --mongodb-file 只用其一。", "Use --mongodb or --mongodb-file, not both.");
        }
        if (address != null) {
            if (parsed(address).getPassword() != null) {
                throw new StackFailure(ExitCode.WRONG_ARGUMENTS, "口令不写在命令行里，本机任何人都能看到。请把地址放在环境变量 " + VARIABLE + " 或文件中（--mongodb-file）。",
                        "No password on a command line, where everybody on this machine sees it. Put the address into the variable " + VARIABLE + " or into a file (--mongodb-file).");
            }
            return Optional.of(address);
        }
        if (from != null) {
            if (!Files.isReadable(from)) {
                throw new StackFailure(ExitCode.WRONG_ARGUMENTS, "读不到 " + from + "。", "The file " + from + " cannot be read.");
            }
            return Optional.of(Files.readString(from).strip());
        }
        return Optional.ofNullable(System.getenv(VARIABLE)).filter(uri -> !uri.isBlank());
    }

    private static ConnectionString parsed(String uri) {
        try {
            return new ConnectionString(uri);
        } catch (IllegalArgumentException notAnAddress) {
            // its text may be anything, a password too: it is not repeated
            throw new StackFailure(ExitCode.WRONG_ARGUMENTS, "这不是 MongoDB 的地址；写作 mongodb://主机:端口/数据库?replicaSet=名称。", "This is no address of a MongoDB; it is written mongodb://host:port/database?replicaSet=name.");
        }
    }

    private static MongoLedgers connect(String uri) {
        ConnectionString address = parsed(uri);
        try {
            return MongoLedgers.connect(uri);
        } catch (StoreException failed) {
            String hosts = String.join(",", address.getHosts());
            throw new StackFailure(ExitCode.STORE_FAILED, "MongoDB " + hosts + " 连接不上：" + failed.getMessage() + " 未写入任何内容。", "The MongoDB " + hosts + " cannot be used: " + failed.getMessage() + " Nothing was written.");
        }
    }
}
