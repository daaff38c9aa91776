package cn.dandang.kit.question;

import cn.dandang.kit.personal.LocalKeyStore;
import cn.dandang.kit.personal.PersonalData;
import cn.dandang.kit.view.ViewBench;
import cn.dandang.kit.web.Answer;
import cn.dandang.kit.web.Change;
import cn.dandang.kit.web.ViewPositions;
import cn.dandang.kit.wire.WireService;
import java.nio.file.Path;
import java.time.Duration;

/** The questions of a service as its API answers them. */
public final class QuestionBench {
    private final QuestionController controller;

    public QuestionBench(WireService service, AskedEffects effects, Path folder) {
        ViewPositions positions = new ViewPositions() {
            @Override
            public boolean awaitAtLeast(long position, Duration atMost) {
                return true;
            }

            @Override
            public long position() {
                return service.ledger.head() - 1;
            }
        };
        controller = new QuestionController(service.orders, service.questions, new QuestionProjection(ViewBench.memory()), effects, new PersonalData(new LocalKeyStore(folder.resolve("keys")), "wire"), positions);
    }

    public Answer answer(Change change, String id, boolean accept, String reason) {
        return controller.answer(change, id, new QuestionController.AnswerRequest(accept, reason)).getBody();
    }
}
