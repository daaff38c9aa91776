/**
 * What is left of a person after an erasure by law, in every file of an installation.
 * The search is shown to find what is there.
 */
@NullMarked
package cn.dandang.deploy.erasure;

import org.jspecify.annotations.NullMarked;
