package cn.dandang.deploy.book;

import cn.dandang.policy.PolicySnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The two files of one book: the HTML first, so that it is there even where a font is missing. */
public record BookFiles(Path html, Path pdf) {

    /** @param name {@code book.pdf}, {@code book.html} or {@code book}: both files have this name with their own ending */
    public static BookFiles write(Path name, PolicySnapshot policy, LocalDate made, Path examples, @Nullable Path texts, @Nullable Path font) {
        String plain = String.valueOf(name.toAbsolutePath().getFileName()).replaceFirst("\\.(pdf|html?)$", "");
        var files = new BookFiles(name.toAbsolutePath().resolveSibling(plain + ".html"), name.toAbsolutePath().resolveSibling(plain + ".pdf"));
        String html = Book.of(policy, made, examples, texts);
        try {
            Files.writeString(files.html(), html);
            BookPdf.write(html, font == null ? BookFont.find() : BookFont.of(font), files.pdf());
        } catch (IOException broken) {
            throw new UncheckedIOException("The book cannot be written to " + files.pdf() + ".", broken);
        }
        return files;
    }
}
