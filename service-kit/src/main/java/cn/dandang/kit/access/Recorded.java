package cn.dandang.kit.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A query that shows one matter about a person, a part of one, or a list of them: every look is recorded, whoever looks. Of other queries those of auditors are. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Recorded {
    /** Whether it shows a part of the matter whose own address is one segment shorter: who was shown that matter a moment before has this part on record with it (decision 0083). */
    boolean part() default false;
}
