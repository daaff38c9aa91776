package cn.dandang.kit.access;

import cn.dandang.kit.ledgerapi.ProofRoutes;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Checkpoints, tiles and proofs of this service's ledger of reads. */
@RestController
@RequestMapping("/api/${dandang.service}/v1/reads")
public class ReadsProofController extends ProofRoutes {

    ReadsProofController(SignedReads reads) {
        super(reads.checkpoints(), reads.tiles());
    }
}
