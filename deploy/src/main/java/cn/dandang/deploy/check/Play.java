package cn.dandang.deploy.check;

import cn.dandang.deploy.api.Answer;
import cn.dandang.deploy.api.ApiSession;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** One place's accounts at work: reads before it writes, as a person does, and never reads behind its own writing. */
final class Play {
    private final Stage stage;
    private final String place;
    private final Map<String, Long> positions = new HashMap<>();

    Play(Stage stage, String place) {
        this.stage = stage;
        this.place = place;
    }

    Stage stage() {
        return stage;
    }

    Expectations expect() {
        return stage.expect();
    }

    String place() {
        return place;
    }

    ApiSession as(String role) {
        return stage.api().as(place + "." + role);
    }

    String person(String role) {
        return stage.accounts().person(place + "." + role);
    }

    String unit(String role) {
        return stage.accounts().account(place + "." + role).unit();
    }

    /** Something new. */
    Answer create(String role, String path, Object body) {
        return wrote(path, as(role).post(path).body(body).send());
    }

    /** Something new that must be taken. */
    Answer created(String what, String role, String path, Object body) {
        return expect().taken(what, create(role, path, body));
    }

    /** An act on what exists, on the version that this account sees now. */
    Answer change(String role, String thing, String act, Object body) {
        Answer seen = read(role, thing);
        return wrote(thing, as(role).post(thing + "/" + act).ifMatch(seen.ok() ? seen.etag() : "0").body(body).send());
    }

    /** An act that must be taken. */
    Answer changed(String what, String role, String thing, String act, Object body) {
        return expect().taken(what, change(role, thing, act, body));
    }

    /** Reads no older than what this place wrote last. */
    Answer read(String role, String path) {
        return as(role).reading(path).atLeast(positions.getOrDefault(service(path), -1L)).send();
    }

    /** Asks until the answer is as wanted: for what arrives by Kafka. */
    Answer eventually(String what, String role, String path, java.util.function.Predicate<Answer> wanted) throws InterruptedException {
        return expect().eventually(what, () -> read(role, path), wanted);
    }

    /** The first item of a list whose field has this value. */
    static Optional<JsonNode> item(Answer list, String field, String value) {
        JsonNode items = list.body().isArray() ? list.body() : list.at("items");
        return StreamSupport.stream(items.spliterator(), false).filter(item -> value.equals(text(item, field))).findFirst();
    }

    static String text(JsonNode node, String path) {
        JsonNode found = node.at("/" + path.replace('.', '/'));
        return found.isMissingNode() || found.isNull() ? "" : found.asString();
    }

    private Answer wrote(String path, Answer answer) {
        if (answer.ok() && answer.position() >= 0) {
            positions.merge(service(path), answer.position(), Math::max);
        }
        return answer;
    }

    private static String service(String path) {
        return path.split("/")[2];
    }
}
