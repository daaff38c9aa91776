package cn.dandang.policy;

/**
 * A public rule outside the five documents, listed by name where they are silent; its text is not applied by the platform.
 *
 * @param pack the pack it would belong to (P1 … P16)
 * @param on   whether the pack is switched on in the place asked about
 */
public record NationalRule(String pack, Message name, String articles, boolean on) {

    NationalRule on(boolean used) {
        return new NationalRule(pack, name, articles, used);
    }
}
