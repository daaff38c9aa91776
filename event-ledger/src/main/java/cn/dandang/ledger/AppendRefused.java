package cn.dandang.ledger;

import java.util.Map;

/** Why the ledger did not take an append. Nothing of a refused append is recorded. */
public sealed interface AppendRefused {

    /** The sentence for people, by language: {@code zh} and {@code en}. */
    Map<String, String> messages();

    /** The stream holds a record of this version already. */
    record VersionTaken(String stream, long version) implements AppendRefused {
        @Override
        public Map<String, String> messages() {
            return Map.of(
                    "zh", "流 " + stream + " 的版本 " + version + " 已被占用，请重新读取后再试。",
                    "en", "Version " + version + " of stream " + stream + " is taken; read it again and retry.");
        }
    }

    /** The version leaves a gap: the stream's next version is another one. */
    record VersionSkipped(String stream, long version, long next) implements AppendRefused {
        @Override
        public Map<String, String> messages() {
            return Map.of(
                    "zh", "流 " + stream + " 的下一个版本是 " + next + "，不能写入版本 " + version + "。",
                    "en", "The next version of stream " + stream + " is " + next + "; version " + version + " would leave a gap.");
        }
    }

    /** A record with this id is in the ledger already. */
    record IdTaken(String id) implements AppendRefused {
        @Override
        public Map<String, String> messages() {
            return Map.of(
                    "zh", "标识 " + id + " 的记录已存在。",
                    "en", "A record with id " + id + " exists already.");
        }
    }

    /** The cause has had its effect already: the record at {@code position} holds the key. */
    record OnceTaken(String once, long position) implements AppendRefused {
        @Override
        public Map<String, String> messages() {
            return Map.of(
                    "zh", "键 " + once + " 已在位置 " + position + " 生效，不会重复记录。",
                    "en", "The key " + once + " took effect at position " + position + " and is not recorded twice.");
        }
    }

    /** The append is larger than the ledger takes in one piece. */
    record TooLarge(long bytes, long limit) implements AppendRefused {
        @Override
        public Map<String, String> messages() {
            return Map.of(
                    "zh", "一次写入共 " + bytes + " 字节，超过上限 " + limit + " 字节；请把附件单独存放或分次提交。",
                    "en", "The append has " + bytes + " bytes, more than the limit of " + limit
                            + "; store attachments apart or submit it in parts.");
        }
    }

    /** The append has more records than the ledger takes in one piece. */
    record TooMany(int records, int limit) implements AppendRefused {
        @Override
        public Map<String, String> messages() {
            return Map.of(
                    "zh", "一次写入共 " + records + " 条记录，超过上限 " + limit + " 条；请分次提交。",
                    "en", "The append has " + records + " records, more than the limit of " + limit + "; submit it in parts.");
        }
    }
}
