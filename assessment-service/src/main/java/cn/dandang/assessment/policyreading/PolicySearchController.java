package cn.dandang.assessment.policyreading;

import cn.dandang.assessment.policytext.ImportedTexts;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.policy.CurrentPolicy;
import cn.dandang.kit.problem.ProblemException;
import cn.dandang.kit.web.Listing;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.reading.PolicySearch;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Search by word over the rules and the imported copies. */
@RestController
@RequestMapping("/api/assessment/v1/policy/search")
final class PolicySearchController {
    private static final int LIMIT = 100;

    private record Index(String key, PolicySearch search) {}

    private final CurrentPolicy policy;
    private final ImportedTexts texts;
    private final AtomicReference<@Nullable Index> index = new AtomicReference<>();

    PolicySearchController(CurrentPolicy policy, ImportedTexts texts) {
        this.policy = policy;
        this.texts = texts;
    }

    @GetMapping
    Listing<PolicySearch.Hit> search(Actor actor, @RequestParam String q) {
        if (q.length() > 100) {
            throw ProblemException.malformed("检索词不超过 100 个字符。", "A search has at most 100 characters.");
        }
        return new Listing<>(index().find(q, LIMIT), null, Instant.now(), -1);
    }

    /** Made again when the rules or a copy changed; a text is public within the installation, so it may be kept in memory. */
    private PolicySearch index() {
        PolicySnapshot now = policy.snapshot();
        var key = new StringBuilder(now.rulesVersion());
        now.documents().forEach(document -> key.append('/').append(Objects.toString(texts.state(document.code()).shown())));
        Index known = index.get();
        if (known != null && known.key().contentEquals(key)) {
            return known.search();
        }
        Map<String, String> places = new LinkedHashMap<>();
        now.documents().forEach(document -> places.putAll(texts.places(document)));
        Index made = new Index(key.toString(), PolicySearch.over(now, places));
        index.set(made);
        return made.search();
    }
}
