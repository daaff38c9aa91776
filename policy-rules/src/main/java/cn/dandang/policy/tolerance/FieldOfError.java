package cn.dandang.policy.tolerance;

/** In what work the fault was made; Anhui's procedure speaks of reform and innovation. */
public enum FieldOfError {
    REFORM_AND_INNOVATION,
    OTHER_WORK,
    NOT_RECORDED
}
