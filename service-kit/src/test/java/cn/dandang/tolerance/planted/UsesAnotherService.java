package cn.dandang.tolerance.planted;

import cn.dandang.assessment.planted.AssessmentsOwn;

/** Breaks: services do not know each other. This package has no package-info, which breaks another rule. */
class UsesAnotherService {
    String id(AssessmentsOwn other) {
        return other.id();
    }
}
