package cn.dandang.policy.data;

import cn.dandang.policy.Citation;
import cn.dandang.policy.Message;
import cn.dandang.policy.PolicyDocument;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code place: quotation} pairs and refuses a place that names no registered document. */
final class CitationReader {
    private final List<PolicyDocument> documents;

    CitationReader(List<PolicyDocument> documents) {
        this.documents = documents;
    }

    List<Citation> read(YamlMap places) {
        var citations = new ArrayList<Citation>();
        for (String place : places.orderedKeys()) {
            String code = place.substring(0, 1);
            if (documents.stream().noneMatch(d -> d.code().equals(code)) || !place.startsWith(code + "·")) {
                throw places.refusedAt(place, Message.of("“" + place + "”没有指明已登记的文件；条目写作 威·四·12。", "\"" + place + "\" names no registered document; a place looks like 威·四·12."));
            }
            for (String quote : places.textOrTexts(place)) {
                citations.add(new Citation(code, place, quote));
            }
        }
        if (citations.isEmpty()) {
            throw places.refused(Message.of("缺少引用。", "a citation is missing."));
        }
        return List.copyOf(citations);
    }
}
