/**
 * What a person has to do next, collected from the features of a service.
 * Open questions appear by themselves.
 */
@NullMarked
package cn.dandang.kit.todo;

import org.jspecify.annotations.NullMarked;
