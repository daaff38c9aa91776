package cn.dandang.deploy.erasure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks for texts and bytes in files, as they are, in Base64 at every alignment, in hexadecimal, as JSON escapes, and inside Base64 that a file itself holds. */
final class Search {
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{40,}={0,2}");
    private final Map<String, List<String>> forms = new TreeMap<>();

    Search text(String name, String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(unit -> escaped.append("\\u%04x".formatted(unit)));
        bytes(name, text.getBytes(StandardCharsets.UTF_8));
        forms.get(name).add(escaped.toString());
        forms.get(name).add(latin(text.getBytes(StandardCharsets.UTF_16BE)));
        forms.get(name).add(latin(text.getBytes(StandardCharsets.UTF_16LE)));
        return this;
    }

    Search bytes(String name, byte[] bytes) {
        List<String> all = new ArrayList<>(List.of(latin(bytes), HexFormat.of().formatHex(bytes), HexFormat.of().withUpperCase().formatHex(bytes)));
        for (int shift = 0; shift < 3; shift++) {
            byte[] shifted = new byte[shift + bytes.length];
            System.arraycopy(bytes, 0, shifted, shift, bytes.length);
            String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            // the first and the last sign depend on what stands beside
            all.add(encoded.substring(shift == 0 ? 0 : shift + 1, encoded.length() - 1));
        }
        forms.put(name, all);
        return this;
    }

    /** What was found where, {@code name in file}. */
    List<String> in(Path root) throws IOException {
        List<String> found = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> all = Files.walk(root)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            try {
                found.addAll(in(file.toString(), Files.readAllBytes(file)));
            } catch (NoSuchFileException gone) {
                // a running broker removes and renames files
            }
        }
        return found;
    }

    private List<String> in(String where, byte[] content) {
        List<String> found = new ArrayList<>();
        String text = latin(content);
        String opened = opened(text);
        forms.forEach((name, all) -> {
            if (all.stream().anyMatch(form -> text.contains(form) || opened.contains(form))) {
                found.add(name + " in " + where);
            }
        });
        return found;
    }

    /** Exports hold records as Base64. */
    private static String opened(String text) {
        StringBuilder opened = new StringBuilder();
        Matcher matcher = BASE64.matcher(text);
        while (matcher.find()) {
            String run = matcher.group();
            try {
                opened.append(latin(Base64.getDecoder().decode(run))).append('\n');
            } catch (IllegalArgumentException notBase64) {
                // a word of letters and digits
            }
        }
        return opened.toString();
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
