package cn.dandang.deploy.book;

import cn.dandang.deploy.stack.ExitCode;
import cn.dandang.deploy.stack.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chinese font that is put into the PDF. */
record BookFont(String file) {
    private static final List<String> NAMES = List.of("NotoSerifCJK-Regular.ttc", "NotoSansCJK-Regular.ttc", "NotoSerifCJKsc-Regular.otf", "NotoSansCJKsc-Regular.otf", "SourceHanSerifSC-Regular.otf", "SourceHanSansSC-Regular.otf");

    /** The simplified face is the third of the collections of fonts-noto-cjk. */
    static BookFont of(Path file) {
        return new BookFont(file.toString().endsWith(".ttc") ? file + ",2" : file.toString());
    }

    /** Looks where systems keep fonts; says what to install when there is none. */
    static BookFont find() {
        List<Path> folders = List.of(Path.of("/usr/share/fonts"), Path.of("/usr/local/share/fonts"), Path.of(System.getProperty("user.home"), ".fonts"),
                Path.of(System.getProperty("user.home"), ".local/share/fonts"), Path.of("/Library/Fonts"), Path.of(System.getProperty("user.home"), "Library/Fonts"));
        return NAMES.stream().flatMap(name -> folders.stream().flatMap(folder -> in(folder, name).stream())).findFirst().map(BookFont::of)
                .orElseThrow(() -> new StackFailure(ExitCode.WRONG_ARGUMENTS, "找不到中文字体，已写出 HTML，未写 PDF：请安装 fonts-noto-cjk（apt-get install fonts-noto-cjk），或用 --font 指定字体文件。",
                        "No Chinese font was found; the HTML is written, the PDF is not: install fonts-noto-cjk (apt-get install fonts-noto-cjk), or name a font file with --font."));
    }

    private static Optional<Path> in(Path folder, String name) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.find(folder, 6, (path, attributes) -> path.endsWith(name))) {
            return files.findFirst();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
