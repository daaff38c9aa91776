package cn.dandang.policy;

/** A change that is not taken; the sentence is in both languages. */
public final class PolicyChangeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private final transient Message says;

    PolicyChangeException(Message says) {
        super(says.en());
        this.says = says;
    }

    public Message says() {
        return says;
    }
}
