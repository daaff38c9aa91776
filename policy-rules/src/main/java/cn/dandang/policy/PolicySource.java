package cn.dandang.policy;

/** Where the registered data come from; looked up as a service, so that the values know nothing of files. */
public interface PolicySource {

    /** The registered data, checked; the same object at each call. Refuses faulty data with file, line and a sentence. */
    PolicyData load();
}
