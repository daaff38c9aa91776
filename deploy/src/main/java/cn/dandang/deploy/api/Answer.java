package cn.dandang.deploy.api;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/**
 * What the API answered.
 *
 * @param body a missing node when there was none or it was no JSON
 * @param text the body as it came
 */
public record Answer(int status, HttpHeaders headers, JsonNode body, String text) {

    public boolean ok() {
        return status / 100 == 2;
    }

    /** The body's {@code id}. */
    public String id() {
        return text("id");
    }

    /** A text field of the body, empty when absent; {@code a.b} goes into objects, numbers into lists. */
    public String text(String path) {
        return at(path).asString("");
    }

    /** A field of the body, a missing node when absent. */
    public JsonNode at(String path) {
        JsonNode node = body;
        for (String step : path.split("\\.")) {
            node = node.isArray() && step.matches("\\d+") ? node.path(Integer.parseInt(step)) : node.path(step);
        }
        return node;
    }

    /** The version to order on: the entity tag. */
    public String etag() {
        return headers.firstValue("ETag").orElse("");
    }

    /** The position in the ledger after which the order's effects can be read; −1 when the answer has none. */
    public long position() {
        return at("position").asLong(-1);
    }

    /** The last part of a problem's type, empty when this is no problem. */
    public String problem() {
        String type = text("type");
        return type.startsWith("urn:dandang:problem:") ? type.substring("urn:dandang:problem:".length()) : "";
    }

    @Override
    public String toString() {
        return status + " " + (text.length() > 600 ? text.substring(0, 600) + "…" : text);
    }
}
