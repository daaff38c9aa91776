package cn.dandang.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dandang.kit.access.NotRecorded;
import cn.dandang.kit.access.Recorded;
import cn.dandang.kit.web.Creation;
import cn.dandang.kit.web.Listing;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

class RecordedReadsTest {
    private static final String RULES = "rules are no history";

    private abstract static class Inherited {
        @GetMapping("/inherited")
        String inherited() {
            return "shown";
        }
    }

    @RestController
    @RequestMapping("/things")
    private static final class Things extends Inherited {
        @GetMapping
        @Recorded
        Listing<String> list() {
            return new Listing<>(List.of(), null, Instant.EPOCH, 0);
        }

        @GetMapping("/{id}")
        @Recorded
        String one() {
            return "shown";
        }

        @GetMapping("/{id}/acts")
        @Recorded(part = true)
        String acts() {
            return "shown";
        }

        @GetMapping("/{id}/forgotten")
        String forgotten() {
            return "shown";
        }

        @RequestMapping("/any")
        @NotRecorded("says so itself, which is not enough")
        String anyVerb() {
            return "shown";
        }

        @PostMapping("/searches")
        String search() {
            return "shown";
        }

        @PostMapping
        String order(Creation in) {
            return "done";
        }

        @GetMapping("/rules")
        String rules() {
            return "shown";
        }
    }

    @RestController
    @RequestMapping("/loose")
    private static final class Loose {
        @GetMapping
        @Recorded
        Listing<String> list() {
            return new Listing<>(List.of(), null, Instant.EPOCH, 0);
        }

        @GetMapping("/acts")
        @Recorded(part = true)
        @NotRecorded("both")
        String acts() {
            return "shown";
        }
    }

    private static final class Routes {
        RouterFunction<ServerResponse> past() {
            return RouterFunctions.route().GET("/past", request -> ServerResponse.ok().build()).build();
        }
    }

    private static RecordedReads of(Class<?>... types) {
        JavaClasses planted = new ClassFileImporter().importClasses(types);
        return RecordedReads.of(planted);
    }

    @Test
    void whoever_shows_something_and_records_no_look_is_named() {
        assertThat(of(Things.class, Inherited.class).except(RULES, "Things.rules").wrong()).hasSize(4)
                .anyMatch(wrong -> wrong.startsWith("Things.forgotten answers and records no look"))
                .anyMatch(wrong -> wrong.startsWith("Things.anyVerb answers and records no look"))
                .anyMatch(wrong -> wrong.startsWith("Things.search answers and records no look"))
                .anyMatch(wrong -> wrong.startsWith("Things.inherited answers and records no look"));
    }

    @Test
    void an_exception_has_a_reason_exists_and_is_one() {
        String[] all = {"Things.rules", "Things.forgotten", "Things.anyVerb", "Things.search", "Things.inherited"};
        of(Things.class, Inherited.class).except(RULES, all).check();
        assertThat(of(Things.class, Inherited.class).except(RULES, all).except(RULES, "Things.gone", "Things.one", "Things.order").except(" ", "Things.rules").wrong()).containsExactlyInAnyOrder(
                "Things.gone is named as an exception and is no query: strike it from the list.", "Things.order is named as an exception and is no query: strike it from the list.",
                "Things.one is named as an exception and is @Recorded: strike it from the list.", "Things.rules is named as an exception without a reason.");
    }

    @Test
    void a_part_belongs_to_a_recorded_page_of_one_matter_and_not_to_a_list() {
        assertThat(of(Loose.class).wrong()).containsExactlyInAnyOrder("Loose.acts is @Recorded and @NotRecorded.", "Loose.acts is a part of /loose, which is no recorded page of one matter.");
    }

    @Test
    void nobody_answers_past_the_controllers() {
        assertThat(of(Loose.class, Routes.class).wrong()).anyMatch(wrong -> wrong.contains("Routes answers requests past the controllers"));
    }

    @Test
    void where_there_is_no_query_the_package_is_mistyped() {
        assertThatThrownBy(() -> RecordedReads.below("cn.dandang.mistyped").check()).isInstanceOf(AssertionError.class).hasMessageContaining("no query");
    }

    @Test
    void the_kits_own_controllers_record_every_look() {
        RecordedReads.below("cn.dandang.kit")
                .except("sizes, digests, hashes and signatures show nothing of the record", "LedgerController.head", "ArchiveController.show",
                        "ProofController.checkpoint", "ProofController.keys", "ProofController.tile", "ProofController.inclusion", "ProofController.consistency",
                        "ReadsProofController.checkpoint", "ReadsProofController.keys", "ReadsProofController.tile", "ReadsProofController.inclusion", "ReadsProofController.consistency")
                .except("names and progress show nothing of the record", "ViewController.list")
                .except("one's own work, loaded by itself (decision 0072)", "TodoController.list", "QuestionController.list", "QuestionController.one")
                .except("progress of facts, never their content (decision 0072)", "DeadLetterController.list")
                .except("puts a look on record and shows nothing", "ReadsController.print")
                .except("what failed, and nothing else", "ContainerErrors.error")
                .check();
    }
}
