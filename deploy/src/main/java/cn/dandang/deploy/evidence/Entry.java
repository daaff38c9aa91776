package cn.dandang.deploy.evidence;

import cn.dandang.ledger.LedgerRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One record of a service's ledger, with its JSON opened up. */
public record Entry(String service, long position, String id, String stream, long version, String type, String once, JsonNode metadata, JsonNode payload) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Entry of(String service, long position, LedgerRecord record) {
        return new Entry(service, position, record.id(), record.stream(), record.version(), record.type(), record.once(), JSON.readTree(record.metadata()), JSON.readTree(record.payload()));
    }

    @Override
    public String toString() {
        return service + "@" + position + " " + type + " " + stream + "/" + version;
    }
}
