package cn.dandang.oversight;

import cn.dandang.kit.testing.ArchitectureRules;
import cn.dandang.kit.testing.RecordedReads;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void the_module_map_and_the_house_rules_hold() {
        ArchitectureRules.check("cn.dandang.oversight");
    }

    @Test
    void every_look_is_on_record() {
        RecordedReads.below("cn.dandang.oversight")
                .except("its looks are recorded with the person whom they concern", "DossierController.dossier")
                .except("the person's own, who looked at him; nobody else but auditors, whose reads are recorded", "DossierController.looks")
                .except("numbers, those under five suppressed; the decisions behind one are recorded", "DashboardController.tolerance")
                .check();
    }
}
