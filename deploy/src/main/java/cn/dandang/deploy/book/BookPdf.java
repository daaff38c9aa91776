package cn.dandang.deploy.book;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openpdf.text.pdf.BaseFont;
import org.xhtmlrenderer.pdf.ITextRenderer;

/** Sets the book as PDF, with the font inside; no browser is needed. */
final class BookPdf {
    private BookPdf() {}

    static void write(String html, BookFont font, Path file) throws IOException {
        var renderer = new ITextRenderer();
        renderer.getFontResolver().addFont(font.file(), "Book", BaseFont.IDENTITY_H, BaseFont.EMBEDDED, null);
        renderer.setDocumentFromString(html);
        renderer.layout();
        try (OutputStream out = Files.newOutputStream(file)) {
            renderer.createPDF(out);
        }
    }
}
