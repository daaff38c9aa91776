package cn.dandang.kit.view;

/** The collections of one view. Readers see the live generation, a rebuild writes to the next. */
public interface View {

    String name();

    /** The rows of one type. Rows are records that Jackson writes; fields used in filters are its JSON names. */
    <T> ViewCollection<T> collection(String name, Class<T> type);
}
