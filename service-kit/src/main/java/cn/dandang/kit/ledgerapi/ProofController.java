package cn.dandang.kit.ledgerapi;

import cn.dandang.kit.checkpoint.Checkpoints;
import cn.dandang.ledger.tiles.LedgerTiles;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Checkpoints, tiles and proofs of this service's ledger. */
@RestController
@RequestMapping("/api/${dandang.service}/v1/ledger")
public class ProofController extends ProofRoutes {

    ProofController(Checkpoints checkpoints, LedgerTiles tiles) {
        super(checkpoints, tiles);
    }
}
