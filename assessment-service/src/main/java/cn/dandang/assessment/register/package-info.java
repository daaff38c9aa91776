/**
 * The register (名册、机构、干部管理权限) of units, persons, posts and management authority.
 * Names of persons are sealed under the person's key; every entry is published for all services.
 */
@NullMarked
package cn.dandang.assessment.register;

import org.jspecify.annotations.NullMarked;
