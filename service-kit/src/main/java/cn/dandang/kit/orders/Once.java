package cn.dandang.kit.orders;

import cn.dandang.kit.decision.Command;

/**
 * A command that consumes a cause: its first event carries the key, and an order with a consumed key answers with the receipt of the order
 * that consumed it. A command without events consumes nothing.
 *
 * @param key {@code <reaction>/<fact id>/<target>} or {@code due/<due id>}
 */
public record Once(String key, Command command) implements Command {
    public Once {
        if (command instanceof Once) {
            throw new IllegalArgumentException("A command consumes one cause at most.");
        }
    }

    /** The command itself, without the cause it may consume. */
    static Command bare(Command offered) {
        return offered instanceof Once once ? once.command() : offered;
    }

    @Override
    public String stream() {
        return command.stream();
    }
}
