package cn.dandang.assessment;

import cn.dandang.kit.testing.ArchitectureRules;
import cn.dandang.kit.testing.RecordedReads;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void the_module_map_and_the_house_rules_hold() {
        ArchitectureRules.check("cn.dandang.assessment");
    }

    @Test
    void every_look_is_on_record() {
        RecordedReads.below("cn.dandang.assessment")
                .except("the register of persons, units and posts is a directory that every form loads (decision 0072)", "RegisterController.persons", "RegisterController.person",
                        "RegisterController.units", "RegisterController.unit")
                .except("documents, rules, their readings and changes are nobody's record (decision 0072)", "PolicyController.documents", "PolicyController.readings", "PolicyChangeController.changes",
                        "PolicyChangeController.change", "PolicyChangeController.packs", "ConflictController.conflicts", "PolicyTextController.state", "ClauseController.clauses",
                        "ClauseController.mechanisms", "ClauseController.mechanism", "ComparisonController.questions", "ComparisonController.compare", "ComparisonController.parameters",
                        "PolicySearchController.search", "SetupController.setup")
                .except("gaps in the rules, with how often another rule was consulted and nobody's matter", "ComparisonController.gaps")
                .except("a trial on made-up input", "TrialController.inputs", "TrialController.evaluate")
                .check();
    }
}
