package cn.dandang.deploy.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** Which loopback port is whose. */
public final class Ports {
    /** The usual port of the gateway; the others follow from it. */
    public static final int USUAL_BASE = 8080;
    static final List<String> HTTP = List.of("gateway", "assessment", "tolerance", "clarification", "incentive", "oversight");
    private static final String MANAGEMENT = " management";
    private static final int FIRST_FREE = 10_240;
    /** Linux gives connections their own ports from here on, unless it was told otherwise. */
    private static final int FIRST_HANDED_OUT = 32_768;
    private static final int TRIES = 1000;
    private final Map<String, Integer> ports;

    private Ports(Map<String, Integer> ports) {
        this.ports = Map.copyOf(ports);
    }

    /** Gateway at the base, services after it, management 1000 above, the broker 11012 above. */
    public static Ports from(int base) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        for (int i = 0; i < HTTP.size(); i++) {
            ports.put(HTTP.get(i), base + i);
            ports.put(HTTP.get(i) + MANAGEMENT, base + 1000 + i);
        }
        ports.put("broker", base + 11_012);
        ports.put("controller", base + 11_013);
        return new Ports(ports);
    }

    /** Ports that were free a moment ago, of those that the system does not hand out by itself: nobody's connection takes one meanwhile. */
    public static Ports free() {
        List<String> names = new ArrayList<>(from(USUAL_BASE).ports.keySet());
        List<ServerSocket> held = new ArrayList<>();
        try {
            Map<String, Integer> ports = new LinkedHashMap<>();
            for (String name : names) {
                ServerSocket socket = bound();
                held.add(socket);
                ports.put(name, socket.getLocalPort());
            }
            return new Ports(ports);
        } finally {
            held.forEach(Ports::release);
        }
    }

    private static ServerSocket bound() {
        RandomGenerator random = ThreadLocalRandom.current();
        for (int tries = 0; tries < TRIES; tries++) {
            try {
                return new ServerSocket(random.nextInt(FIRST_FREE, FIRST_HANDED_OUT), 1, InetAddress.getLoopbackAddress());
            } catch (IOException taken) {
                // another one
            }
        }
        throw new UncheckedIOException(new IOException("No free port was found between " + FIRST_FREE + " and " + FIRST_HANDED_OUT));
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public int of(String name) {
        Integer port = ports.get(name);
        if (port == null) {
            throw new IllegalArgumentException("no port is called " + name);
        }
        return port;
    }

    public int management(String name) {
        return of(name + MANAGEMENT);
    }

    /** Address of the Kafka broker. */
    public String bootstrap() {
        return "127.0.0.1:" + of("broker");
    }

    /** Every port with its name. */
    public Map<String, Integer> all() {
        return ports;
    }
}
