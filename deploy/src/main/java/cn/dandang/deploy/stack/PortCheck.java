package cn.dandang.deploy.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Looks before the start whether every port is free, and who has it if not. */
final class PortCheck {
    private PortCheck() {}

    static void requireFree(Ports ports) {
        for (Map.Entry<String, Integer> each : new TreeMap<>(ports.all()).entrySet()) {
            int port = each.getValue();
            if (!isFree(port)) {
                Optional<String> holder = holder(port);
                throw new StackFailure(ExitCode.PORT_IN_USE,
                        "端口 " + port + "（" + each.getKey() + "）已被占用" + holder.map(h -> "，占用者是进程 " + h).orElse("")
                                + "；请结束它，或用 --port-base 换一组端口。",
                        "Port " + port + " (" + each.getKey() + ") is in use" + holder.map(h -> " by process " + h).orElse("")
                                + "; end that process, or take other ports with --port-base.");
            }
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** Number and name of the process that listens there; known on Linux for processes that we may look at. */
    static Optional<String> holder(int port) {
        return inode(port).flatMap(PortCheck::processWithSocket);
    }

    private static Optional<String> inode(int port) {
        String suffix = ":%04X".formatted(port);
        for (String table : new String[] {"/proc/net/tcp", "/proc/net/tcp6"}) {
            try {
                for (String line : Files.readAllLines(Path.of(table))) {
                    String[] fields = line.trim().split("\\s+");
                    if (fields.length > 9 && fields[1].endsWith(suffix) && fields[3].equals("0A")) {
                        return Optional.of(fields[9]);
                    }
                }
            } catch (IOException noSuchTable) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<String> processWithSocket(String inode) {
        return ProcessHandle.allProcesses().filter(process -> holds(process.pid(), "socket:[" + inode + "]")).findFirst().map(process -> process.pid()
                + process.info().command().map(command -> " (" + Path.of(command).getFileName() + ")").orElse(""));
    }

    private static boolean holds(long pid, String socket) {
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(Path.of("/proc/" + pid + "/fd"))) {
            for (Path descriptor : descriptors) {
                if (Files.isSymbolicLink(descriptor) && Files.readSymbolicLink(descriptor).toString().equals(socket)) {
                    return true;
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException notOursToSee) {
            return false;
        }
        return false;
    }
}
