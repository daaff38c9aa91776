package cn.dandang.incentive;

import cn.dandang.kit.testing.ArchitectureRules;
import cn.dandang.kit.testing.RecordedReads;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void the_module_map_and_the_house_rules_hold() {
        ArchitectureRules.check("cn.dandang.incentive");
    }

    @Test
    void every_look_is_on_record() {
        RecordedReads.below("cn.dandang.incentive").check();
    }
}
