package cn.dandang.kit.personal;

/** That a key existed when it was first used. @param commitment SHA-256 of the key, hexadecimal */
public record KeyCommitment(String key, String commitment, boolean made) {}
