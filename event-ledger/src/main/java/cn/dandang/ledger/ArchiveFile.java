package cn.dandang.ledger;

/**
 * An archive file as the ledger knows it.
 *
 * @param digest  SHA-256 of the file in hexadecimal, which is also its name
 * @param bytes   length of the file
 * @param records number of records in it
 */
public record ArchiveFile(String digest, long bytes, long records) {
}
