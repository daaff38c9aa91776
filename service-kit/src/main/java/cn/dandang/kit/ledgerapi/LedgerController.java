package cn.dandang.kit.ledgerapi;

import cn.dandang.kit.boot.DandangProperties;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.security.Access;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.TreeHead;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The ledger of this service; for auditors. */
@RestController
@RequestMapping("/api/${dandang.service}/v1/ledger")
public class LedgerController {
    private final Ledger ledger;
    private final DandangProperties properties;

    LedgerController(Ledger ledger, DandangProperties properties) {
        this.ledger = ledger;
        this.properties = properties;
    }

    /** @param root over all records, RFC 6962, hexadecimal */
    public record Head(String service, long size, String root) {}

    /** Size and root. For auditors: the number of records of clarification tells of reports. */
    @GetMapping("/head")
    Head head(Actor actor) {
        Access.role(actor, Role.AUDITOR);
        TreeHead head = ledger.treeHead();
        return new Head(properties.service(), head.size(), head.rootHex());
    }
}
