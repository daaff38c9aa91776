package cn.dandang.oversight;

import cn.dandang.kit.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void the_module_map_and_the_house_rules_hold() {
        ArchitectureRules.check("cn.dandang.oversight");
    }
}
