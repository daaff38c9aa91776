package cn.dandang.policy.trial;

import java.util.List;
import java.util.Optional;

/** Every trial beside the catalogue's own questions. */
public final class Trials {
    public static final List<Trial> ALL = List.of(new ToleranceTrial(), new ObjectorTrial(), new OpeningTrial(), new EffectsTrial(), new RectificationTrial(), new AppealTrial(),
            new FeedbackTrial());

    private Trials() {
    }

    public static Optional<Trial> find(String id) {
        return ALL.stream().filter(trial -> trial.id().equals(id)).findFirst();
    }
}
