package cn.dandang.deploy.stack;

import java.util.List;
import java.util.stream.Stream;

/**
 * A kind of process of an installation.
 *
 * @param heapMib most heap it may take; chosen so that all processes together stay under 3 GiB
 */
record Part(String name, String zh, int heapMib) {
    static final Part BROKER = new Part("broker", "消息总线", 224);
    static final List<Part> SERVICES = List.of(
            new Part("assessment", "考核", 224),
            new Part("tolerance", "容错纠错", 224),
            new Part("clarification", "澄清正名", 224),
            new Part("incentive", "激励关爱", 224),
            new Part("oversight", "监督总览", 224));
    static final Part GATEWAY = new Part("gateway", "网关", 160);
    /** Everything but the broker. */
    static final List<Part> APPLICATIONS = Stream.concat(SERVICES.stream(), Stream.of(GATEWAY)).toList();
}
