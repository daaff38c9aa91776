package cn.dandang.policy.data;

import cn.dandang.policy.Citation;
import cn.dandang.policy.Message;
import cn.dandang.policy.PolicyDocument.DamagedPlace;
import cn.dandang.policy.PolicyDocument.Level;
import cn.dandang.policy.PolicyDocument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code documents.yaml}. */
final class DocumentFile {

    private DocumentFile() {
    }

    static List<PolicyDocument> read(YamlMap file) {
        var documents = new ArrayList<PolicyDocument>();
        for (YamlMap entry : file.maps("documents")) {
            documents.add(document(entry));
        }
        file.done();
        return List.copyOf(documents);
    }

    private static PolicyDocument document(YamlMap entry) {
        String code = entry.text("code");
        LocalDate effective = date(entry, "effectiveFrom");
        YamlMap dated = entry.optionalMap("dateCitation");
        Citation dateCitation = null;
        if (dated != null) {
            String place = dated.orderedKeys().getFirst();
            dateCitation = new Citation(code, place, dated.text(place));
        }
        if ((effective == null) != (dateCitation == null)) {
            throw entry.refused(Message.of("施行日期与写明该日期的引用须同时给出。", "an effective date and the citation that gives it go together."));
        }
        var damaged = new ArrayList<DamagedPlace>();
        if (entry.has("damaged")) {
            for (YamlMap place : entry.maps("damaged")) {
                damaged.add(new DamagedPlace(place.text("place"), PolicyFiles.message(place.map("lost"))));
                place.done();
            }
        }
        var turns = new LinkedHashMap<String, String>();
        YamlMap layout = entry.map("turns");
        for (String place : layout.orderedKeys()) {
            turns.put(place, layout.text(place));
        }
        var document = new PolicyDocument(code, entry.text("id"), entry.text("titleZh"), entry.optionalText("number"),
                entry.choice("level", Level.class), place(entry, "jurisdiction"), entry.has("parent") ? place(entry, "parent") : null, date(entry, "issuedOn"),
                effective, dateCitation, entry.text("trial").equals("yes"), List.copyOf(damaged),
                new PolicyDocument.Layout(entry.text("opens"), turns));
        entry.done();
        return document;
    }

    private static String place(YamlMap entry, String key) {
        String code = entry.text(key);
        if (!code.matches("\\d{6}")) {
            throw entry.refusedAt(key, Message.of("“" + code + "”不是六位行政区划代码。", "\"" + code + "\" is no six-digit code of a place."));
        }
        return code;
    }

    private static @Nullable LocalDate date(YamlMap entry, String key) {
        String text = entry.optionalText(key);
        return text == null || text.equals("UNSET") ? null : entry.date(key);
    }
}
