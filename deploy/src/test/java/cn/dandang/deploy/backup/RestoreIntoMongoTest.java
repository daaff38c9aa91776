package cn.dandang.deploy.backup;

import cn.dandang.ledger.MongoServers;
import cn.dandang.ledger.MongoServers.Place;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIf;

/** On the stand-in always, on a real MongoDB where there is one. */
class RestoreIntoMongoTest {

    @Nested
    class OnTheStandIn extends RestoreIntoMongo {
        @Override
        protected Place newServer() {
            return MongoServers.standInPlace();
        }
    }

    @Nested
    @EnabledIf(value = "cn.dandang.ledger.MongoServers#realIsThere", disabledReason = "neither Docker nor DANDANG_TEST_MONGODB_URI is there")
    class OnARealMongo extends RestoreIntoMongo {
        @Override
        protected Place newServer() {
            return MongoServers.realPlace();
        }
    }
}
