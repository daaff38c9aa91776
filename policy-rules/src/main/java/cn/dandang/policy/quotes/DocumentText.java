package cn.dandang.policy.quotes;

import cn.dandang.policy.PolicyDocument;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A document's text divided into its places, with page breaks joined and the marks of conversion taken out. */
public final class DocumentText {
    private static final Pattern SECTION = Pattern.compile("^([一二三四五六七八九十])、.*");
    private static final Pattern ITEM = Pattern.compile("^(\\d{1,2})\\.\\s*\\S.*");
    private static final String NUMERALS = "一二三四五六七八九十";

    private final Map<String, StringBuilder> places = new LinkedHashMap<>();

    private DocumentText() {
    }

    /** Divides a text by the layout of its document. */
    public static DocumentText parse(PolicyDocument document, List<String> lines) {
        var text = new DocumentText();
        var layout = document.layout();
        String place = layout.opens();
        String section = "";
        int item = 0;
        boolean freshSection = false;
        for (String raw : lines) {
            String line = withoutMarks(raw);
            Matcher numbered = ITEM.matcher(line);
            Matcher headed = SECTION.matcher(line);
            Optional<String> turn = layout.turns().entrySet().stream().filter(t -> line.startsWith(t.getValue()))
                    .map(Map.Entry::getKey).findFirst();
            if (turn.isPresent()) {
                place = turn.get();
                section = place.contains("·") ? place.substring(0, place.indexOf('·')) : section;
            } else if (headed.matches() && follows(section, headed.group(1))) {
                section = headed.group(1);
                place = section;
                freshSection = true;
            } else if (numbered.matches() && !section.isEmpty() && nextItem(item, Integer.parseInt(numbered.group(1)), freshSection)) {
                item = Integer.parseInt(numbered.group(1));
                place = section + "·" + item;
                freshSection = false;
            }
            text.places.computeIfAbsent(place, key -> new StringBuilder()).append(line);
        }
        return text;
    }

    /** The text of each place, without the document's code: {@code 四·12}; in the order of the text. */
    public Map<String, String> places() {
        var texts = new LinkedHashMap<String, String>();
        places.forEach((place, text) -> texts.put(place, text.toString()));
        return Collections.unmodifiableMap(texts);
    }

    boolean has(String place) {
        return places.containsKey(place);
    }

    boolean says(String place, String quote) {
        return plain(places.get(place).toString()).contains(plain(quote));
    }

    /** Places in which the quotation does stand; for a helpful sentence. */
    List<String> standsIn(String quote) {
        return places.entrySet().stream().filter(p -> plain(p.getValue().toString()).contains(plain(quote))).map(Map.Entry::getKey).toList();
    }

    private static String withoutMarks(String raw) {
        return raw.replace("[bookmark: _GoBack]", "").replaceFirst("^[#*\\s]+", "").replaceFirst("[*\\s]+$", "");
    }

    /** Without spaces, with one kind of bracket, and with 和 where a converter printed "and". */
    private static String plain(String text) {
        return text.replaceAll("(?<=\\p{IsHan})\\s*and\\s*(?=\\p{IsHan})", "和").replaceAll("\\s+", "").replace('（', '(').replace('）', ')')
                .replace('〔', '(').replace('〕', ')');
    }

    private static boolean follows(String section, String next) {
        return NUMERALS.indexOf(next) > (section.isEmpty() ? -1 : NUMERALS.indexOf(section));
    }

    // a line broken inside a paragraph may begin with a number too; only the next item, one after lost items, or a restart
    // in a new section counts
    private static boolean nextItem(int item, int next, boolean freshSection) {
        return item == 0 || freshSection && next == 1 || next > item && next <= item + 3;
    }
}
