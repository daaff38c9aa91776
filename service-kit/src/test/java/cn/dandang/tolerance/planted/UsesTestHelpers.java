package cn.dandang.tolerance.planted;

import cn.dandang.kit.testing.TestGateway;

/** Breaks: production code does not use test helpers. */
class UsesTestHelpers {
    String issuer() {
        return TestGateway.ISSUER + new TestGateway().jwksUri();
    }
}
