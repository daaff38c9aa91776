/**
 * Whether somebody reported a cadre cannot be seen anywhere outside clarification.
 * Two runs that differ in the report alone are compared in all that they leave.
 */
@NullMarked
package cn.dandang.deploy.secrecy;

import org.jspecify.annotations.NullMarked;
