package cn.dandang.deploy.check;

import cn.dandang.deploy.api.Answer;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** what the documents leave silent is said to be silent, never to be no. Reads the pages of every place and looks for wordings that would say no. */
final class SilenceScenario implements Scenario {
    private static final List<String> NO = List.of("无权申诉", "没有申诉权", "不得申诉", "不能申诉", "无须反馈", "不需要反馈", "没有权利", "无此义务", "没有限制", "no right", "no duty", "no bar", "may not appeal");

    @Override
    public String name() {
        return "silence";
    }

    @Override
    public void play(Stage stage) {
        Expectations expect = stage.expect();
        for (String place : List.of("weihai", "shandong", "anhui", "guizhou")) {
            Play here = new Play(stage, place);
            int pages = 0;
            StringBuilder said = new StringBuilder();
            for (JsonNode line : here.read("decider", "/api/tolerance/v1/tolerance-cases?limit=200").at("items")) {
                String path = "/api/tolerance/v1/tolerance-cases/" + Play.text(line, "id");
                for (String page : List.of("", "/assessment", "/remedies", "/acts")) {
                    Answer answer = here.read("decider", path + page);
                    pages++;
                    NO.stream().filter(answer.text()::contains).forEach(words -> said.append(path).append(page).append(": ").append(words).append("; "));
                }
            }
            expect.that(place + ": none of " + pages + " pages says that there is no right, duty or bar", pages > 0 && said.isEmpty(), said);
            Answer candidate = here.read("selector", "/api/assessment/v1/candidates/" + here.person("cadre"));
            expect.that(place + ": a bar that the documents do not state is a question, with the national rules by name", candidate.text("bars.value").equals("UNDEFINED") && candidate.text().contains("公务员法"), candidate);
        }
    }
}
