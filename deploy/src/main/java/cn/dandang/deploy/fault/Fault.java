package cn.dandang.deploy.fault;

/** Something that was promised and is not so. */
public record Fault(Kind kind, String text) {

    /** What of the promises is broken. */
    public enum Kind {
        /** Acknowledged or published, and not everywhere where it should be. */
        LOST,
        /** There more than once. */
        DOUBLED,
        /** There, at another place than it should be. */
        DISORDERED,
        /** A ledger that does not verify. */
        UNVERIFIED,
        /** The run did not do what it is for, or somebody was refused. */
        UNTESTED
    }

    @Override
    public String toString() {
        return text;
    }
}
