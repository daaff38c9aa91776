package cn.dandang.deploy.check;

import cn.dandang.deploy.api.Api;
import cn.dandang.deploy.demo.Accounts;
import cn.dandang.deploy.stack.LocalStack;

/**
 * What a scenario plays on.
 *
 * @param api      the public API, one session for each account
 * @param stack    the processes, for scenarios that stop some
 * @param time     business time, which goes forward only and for all scenarios
 * @param accounts persons, offices and units by name
 * @param expect   where each expectation is told
 */
public record Stage(Api api, LocalStack stack, BusinessTime time, Accounts accounts, Expectations expect) {}
