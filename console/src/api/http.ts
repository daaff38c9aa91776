import type { Citation, Receipt, Service, Text } from './types';

/** What the platform said when it did not do what was asked: a problem detail, or that nobody answered. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly slug: string,
    readonly messages: Text,
    readonly titles: Text,
    readonly clauses: Citation[] = [],
    readonly traceId?: string,
    readonly retryAfter?: number,
    readonly reading?: string,
  ) {
    super(messages.zh);
  }

  /** Whether the service itself is away, so that other services may still be shown. */
  get away(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }
}

const nobodyAnswered = () => new Problem(0, 'unavailable',
  { zh: '没有连接到平台，请检查网络后重试。', en: 'The platform could not be reached. Check the network and try again.' },
  { zh: '无法连接', en: 'No connection' });

async function toProblem(answer: Response): Promise<Problem> {
  const retry = Number(answer.headers.get('Retry-After'));
  const body = await answer.json().catch(() => undefined) as Record<string, unknown> | undefined;
  const type = typeof body?.type === 'string' ? body.type : '';
  const slug = type.startsWith('urn:dandang:problem:') ? type.slice('urn:dandang:problem:'.length) : slugOf(answer.status);
  const detail = typeof body?.detail === 'string' ? body.detail : `HTTP ${answer.status}`;
  const title = typeof body?.title === 'string' ? body.title : detail;
  return new Problem(answer.status, slug, (body?.messages as Text) ?? { zh: detail, en: detail }, { zh: title, en: title },
    (body?.clauses as Citation[]) ?? [], body?.traceId as string | undefined, Number.isFinite(retry) && retry > 0 ? retry : undefined,
    body?.reading as string | undefined);
}

function slugOf(status: number): string {
  switch (status) {
    case 401: return 'not-signed-in';
    case 403: return 'forbidden-role';
    case 404: return 'not-found';
    case 412: return 'stale-version';
    case 502: case 503: case 504: return 'unavailable';
    default: return status >= 500 ? 'internal' : 'malformed-request';
  }
}

function cookie(name: string): string | undefined {
  const pair = document.cookie.split('; ').find((part) => part.startsWith(`${name}=`));
  return pair && decodeURIComponent(pair.slice(name.length + 1));
}

let language = 'zh-CN';
/** The language in which problem details are asked for. */
export function speak(tag: string) {
  language = tag;
}

async function call(path: string, init: RequestInit & { headers?: Record<string, string> }): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(path, { credentials: 'same-origin', ...init, headers: { Accept: 'application/json, application/problem+json', 'Accept-Language': language, ...init.headers } });
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure;
    throw nobodyAnswered();
  }
  if (!answer.ok) throw await toProblem(answer);
  return answer;
}

async function body<T>(answer: Response): Promise<T> {
  if (answer.status === 204) return undefined as T;
  const text = await answer.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

/** The last position written to each service in this tab: later reads of that service ask to be at least as new. */
const written = new Map<Service, number>();

export async function read<T>(service: Service, path: string, signal?: AbortSignal): Promise<T> {
  const position = written.get(service);
  const headers: Record<string, string> = position === undefined ? {} : { 'Dandang-At-Least': String(position) };
  return body<T>(await call(`/api/${service}/v1/${path}`, { method: 'GET', headers, signal }));
}

/** One order to a service. The same key may be sent again with the same body: it then acts once. */
export async function order(service: Service, path: string, content: unknown, key: string, version?: number): Promise<Receipt> {
  const headers: Record<string, string> = { 'Content-Type': 'application/json', 'Idempotency-Key': key, 'X-XSRF-TOKEN': cookie('XSRF-TOKEN') ?? '' };
  if (version !== undefined) headers['If-Match'] = `"${version}"`;
  const receipt = await body<Receipt>(await call(`/api/${service}/v1/${path}`, { method: 'POST', headers, body: JSON.stringify(content ?? {}) }));
  if (receipt && typeof receipt.position === 'number') written.set(service, Math.max(receipt.position, written.get(service) ?? 0));
  return receipt;
}

/** Calls of the gateway's own: session and local accounts. */
export async function gateway<T>(method: 'GET' | 'POST' | 'DELETE', path: string, content?: unknown): Promise<T> {
  const headers: Record<string, string> = method === 'GET' ? {} : { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': cookie('XSRF-TOKEN') ?? '' };
  return body<T>(await call(`/api/${path}`, { method, headers, body: content === undefined ? undefined : JSON.stringify(content) }));
}

/** A key for one submit, random so that nobody can guess another's. */
export function submitKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
