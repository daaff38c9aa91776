import { describe, expect, it } from 'vitest';
import { gatewayAnswers, problem } from '../test/stub';
import { order, Problem, read } from './http';

describe('orders', () => {
  it('carry key, version and the token against forged requests', async () => {
    document.cookie = 'XSRF-TOKEN=abc%3D';
    const sent = gatewayAnswers({ 'POST /api/tolerance/v1/x/1/findings': { body: { id: '1', version: 4, position: 9 } } });
    await order('tolerance', 'x/1/findings', { a: 1 }, 'key-1', 3);
    expect(sent[0]!.headers).toMatchObject({ 'Idempotency-Key': 'key-1', 'If-Match': '"3"', 'X-XSRF-TOKEN': 'abc=' });
  });

  it('make later reads of the same service wait for them', async () => {
    const sent = gatewayAnswers({ 'POST /api/incentive/v1/talks': { body: { version: 1, position: 42 } }, 'GET /api/incentive/v1/talks': { body: { items: [] } }, 'GET /api/oversight/v1/x': { body: {} } });
    await order('incentive', 'talks', {}, 'key');
    await read('incentive', 'talks');
    await read('oversight', 'x');
    expect(sent[1]!.headers['Dandang-At-Least']).toBe('42');
    expect(sent[2]!.headers['Dandang-At-Least']).toBeUndefined();
  });
});

describe('problems', () => {
  const failure = async (routes: Parameters<typeof gatewayAnswers>[0]) => {
    gatewayAnswers(routes);
    return read('tolerance', 'x').then(() => undefined, (problem: unknown) => problem as Problem);
  };

  it('keep slug, clauses, reading and trace', async () => {
    const found = await failure({ 'GET /api/tolerance/v1/x': problem(422, 'reading-required', '须先确认口径', 'confirm first', { clauses: [{ doc: '鲁', place: '三·3' }], reading: 'r1' }) });
    expect(found).toMatchObject({ status: 422, slug: 'reading-required', reading: 'r1', traceId: 'trace-1', clauses: [{ doc: '鲁', place: '三·3' }], away: false });
  });

  it('say when a service is away and for how long', async () => {
    expect(await failure({ 'GET /api/tolerance/v1/x': problem(503, 'unavailable', 'x', 'x', {}, { 'Retry-After': '7' }) })).toMatchObject({ away: true, retryAfter: 7 });
    expect(await failure({ 'GET /api/tolerance/v1/x': 'no network' })).toMatchObject({ away: true, status: 0 });
  });

  it('are made of an answer without a body too', async () => {
    expect(await failure({ 'GET /api/tolerance/v1/x': { status: 412 } })).toMatchObject({ slug: 'stale-version' });
  });
});
