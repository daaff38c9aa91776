package cn.dandang.policy;

/**
 * A public rule outside the five documents, listed by name where they are silent; its text is not applied by the platform.
 *
 * @param pack the pack it would belong to (P1 … P16)
 * @param on   always false here: packs are listed, not implemented
 */
public record NationalRule(String pack, Message name, String articles, boolean on) {
}
