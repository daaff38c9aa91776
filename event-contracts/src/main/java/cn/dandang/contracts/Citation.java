package cn.dandang.contracts;

/**
 * A place in a document with a short exact quotation.
 *
 * @param doc   one character for the document: 中, 鲁, 皖, 黔, 威; a national rule by its name
 * @param place the citation as people write it, {@code 威·四·12}
 * @param quote the words relied on, exact, short
 */
public record Citation(String doc, String place, String quote) {}
