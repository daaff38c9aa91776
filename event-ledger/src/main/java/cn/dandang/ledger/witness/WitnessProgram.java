package cn.dandang.ledger.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.dandang.ledger.checkpoint.NoteException;
import cn.dandang.ledger.checkpoint.PrivateFiles;
import cn.dandang.ledger.checkpoint.SigningKey;
import cn.dandang.ledger.checkpoint.VerifierKey;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The witness as a program of its own. */
public final class WitnessProgram implements AutoCloseable {

    private static final String USAGE = """
            用法 Usage: java -jar event-ledger-…-witness.jar --data DIR [--listen HOST:PORT] [--name NAME] [--log VKEY]...

              --data DIR          密钥与最近见证的检查点所在目录，须妥善备份 · folder of the key and of what was cosigned; back it up
              --listen HOST:PORT  监听地址，默认 127.0.0.1:8190 · address, 127.0.0.1:8190 unless given
              --name NAME         首次启动时的见证名称，如 witness.audit.example/weihai · name of a new witness, at its first start
              --log VKEY          受见证账本的公钥，可多次给出；也可每行一个写入 DIR/logs · key of a ledger, more than once; or one a line in DIR/logs

            首次启动生成密钥并打印公钥。 The first start makes the key and prints its public part.
            退出码 Exit codes: 0 结束 ended, 64 参数有误 wrong arguments, 65 目录不可用或已被占用 folder unusable or in use.
            """;

    private final FileChannel lock;
    private final WitnessServer server;
    private final Witness witness;

    private WitnessProgram(FileChannel lock, WitnessServer server, Witness witness) {
        this.lock = lock;
        this.server = server;
        this.witness = witness;
    }

    /** What was asked for in a way that cannot be understood. */
    private static final class WrongArguments extends RuntimeException {
        private static final long serialVersionUID = 1L;

        WrongArguments(String message) {
            super(message);
        }
    }

    /** How the program is started. */
    record Settings(Path data, InetSocketAddress listen, @Nullable String name, List<VerifierKey> logs) {

        static Settings parse(String... arguments) {
            Path data = null;
            String listen = "127.0.0.1:8190";
            String name = null;
            List<VerifierKey> logs = new ArrayList<>();
            for (int i = 0; i < arguments.length; i += 2) {
                if (i + 1 == arguments.length) {
                    throw new WrongArguments(arguments[i]);
                }
                String value = arguments[i + 1];
                switch (arguments[i]) {
                    case "--data" -> data = Path.of(value);
                    case "--listen" -> listen = value;
                    case "--name" -> name = value;
                    case "--log" -> logs.add(VerifierKey.parse(value));
                    default -> throw new WrongArguments(arguments[i]);
                }
            }
            int colon = listen.lastIndexOf(':');
            if (data == null || colon < 0 || !listen.substring(colon + 1).matches("[0-9]{1,5}")) {
                throw new WrongArguments(data == null ? "--data" : listen);
            }
            return new Settings(data, new InetSocketAddress(listen.substring(0, colon), Integer.parseInt(listen.substring(colon + 1))), name, logs);
        }
    }

    public static void main(String[] arguments) throws InterruptedException {
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8));
        if (arguments.length == 0 || arguments[0].equals("--help")) {
            System.out.print(USAGE);
            System.exit(arguments.length == 0 ? 64 : 0);
        }
        try {
            WitnessProgram program = start(Settings.parse(arguments));
            System.out.println("见证公钥 Witness key: " + program.witness.verifier());
            System.out.println("监听端口 Listening on port " + program.port());
            Runtime.getRuntime().addShutdownHook(new Thread(program::close));
            Thread.currentThread().join();
        } catch (WrongArguments | NoteException e) {
            System.err.println("参数有误 Wrong arguments: " + e.getMessage());
            System.err.print(USAGE);
            System.exit(64);
        } catch (IOException e) {
            System.err.println("无法启动 The witness cannot start: " + e.getMessage());
            System.exit(65);
        }
    }

    /**
     * Starts a witness inside this process, at a free port of the loopback address; a new one gets a key.
     *
     * @param name of a new witness
     * @param logs keys of the ledgers that it witnesses
     * @throws IOException if its folder cannot be used, or another witness uses it
     */
    public static WitnessProgram start(Path data, String name, List<VerifierKey> logs) throws IOException {
        return start(new Settings(data, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), name, List.copyOf(logs)));
    }

    /**
     * Starts a witness; a new one gets a key.
     *
     * @throws IOException if its folder cannot be used, or another process uses it
     */
    static WitnessProgram start(Settings settings) throws IOException {
        PrivateFiles.folder(settings.data());
        FileChannel lock = own(settings.data());
        try {
            List<VerifierKey> logs = new ArrayList<>(settings.logs());
            Path listed = settings.data().resolve("logs");
            if (Files.exists(listed)) {
                Files.readAllLines(listed, UTF_8).stream().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .map(VerifierKey::parse).forEach(logs::add);
            }
            if (logs.isEmpty()) {
                System.err.println("尚无受见证的账本：用 --log 给出公钥，或写入 " + listed + "。 No ledger is witnessed yet: give keys with --log or in that file.");
            }
            Witness witness = new Witness(key(settings), logs, new WitnessedCheckpoints(settings.data()), Clock.systemUTC());
            return new WitnessProgram(lock, WitnessServer.start(witness, settings.listen()), witness);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static SigningKey key(Settings settings) throws IOException {
        Path file = settings.data().resolve("witness.key");
        if (!Files.exists(file)) {
            if (settings.name() == null) {
                throw new WrongArguments("--name");
            }
            SigningKey made = SigningKey.generate(settings.name(), VerifierKey.Type.COSIGNATURE);
            PrivateFiles.write(file, made.verifier() + "\n" + made.secret() + "\n");
        }
        List<String> lines = Files.readAllLines(file, UTF_8);
        if (lines.size() != 2) {
            throw new IOException("密钥文件损坏，请从备份恢复 · the key file is damaged, restore it from its backup: " + file);
        }
        return SigningKey.parse(lines.get(1), VerifierKey.parse(lines.get(0)));
    }

    private static FileChannel own(Path data) throws IOException {
        FileChannel channel = FileChannel.open(data.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!PrivateFiles.tryLock(channel)) {
            channel.close();
            throw new IOException("目录正被另一个见证使用 · another witness uses this folder: " + data);
        }
        return channel;
    }

    /** Where it answers. */
    public int port() {
        return server.port();
    }

    /** The public key that cosigns. */
    public VerifierKey verifier() {
        return witness.verifier();
    }

    @Override
    public void close() {
        server.close();
        try {
            lock.close();
        } catch (IOException e) {
            System.err.println(e.getMessage());
        }
    }
}
