package cn.dandang.assessment.planted;

/** Belongs to assessment. */
public record AssessmentsOwn(String id) {}
