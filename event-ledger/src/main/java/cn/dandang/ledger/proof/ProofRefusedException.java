package cn.dandang.ledger.proof;

/** A proof does not show what it was offered for. */
public final class ProofRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProofRefusedException(String message) {
        super(message);
    }
}
