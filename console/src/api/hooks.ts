import { QueryCache, QueryClient, useInfiniteQuery, useQueries, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { order, Problem, read, submitKey } from './http';
import type { Listing, Receipt, Service } from './types';

/** Where the signed-in account is kept. */
export const SESSION = ['session'] as const;

/** Refusals are answers, not accidents: nothing is asked again by itself but a service that was away. */
export function newQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    // The session ended elsewhere: back to the sign-in page, whoever noticed it first.
    queryCache: new QueryCache({
      onError: (failure) => {
        if (failure instanceof Problem && failure.status === 401) client.setQueryData(SESSION, null);
      },
    }),
    defaultOptions: {
      queries: {
        retry: (count, failure) => failure instanceof Problem && failure.away && count < 2,
        retryDelay: (count, failure) => Math.min((failure instanceof Problem && failure.retryAfter ? failure.retryAfter : 1 + count) * 1000, 5000),
        refetchOnWindowFocus: false,
        staleTime: 2000,
      },
    },
  });
  return client;
}

export function useRead<T>(service: Service, path: string | undefined): UseQueryResult<T, Problem> {
  return useQuery<T, Problem>({
    queryKey: [service, path],
    queryFn: ({ signal }) => read<T>(service, path!, signal),
    enabled: path !== undefined,
  });
}

export interface Pages<T> { items: T[]; asOf?: string; more: boolean; loadMore: () => void; loading: boolean }

/** A list by cursor: what has been loaded so far, and whether there is more. */
export function useListing<T>(service: Service, path: string | undefined): { query: UseQueryResult<Listing<T>, Problem>; pages: Pages<T> } {
  const query = useInfiniteQuery({
    queryKey: [service, path, 'pages'],
    queryFn: ({ signal, pageParam }) => read<Listing<T>>(service, pageParam ? `${path}${path!.includes('?') ? '&' : '?'}after=${encodeURIComponent(pageParam)}` : path!, signal),
    initialPageParam: '',
    getNextPageParam: (page: Listing<T>) => page.next || undefined,
    enabled: path !== undefined,
  });
  const items = query.data?.pages.flatMap((page) => page.items ?? []) ?? [];
  const first = query.data?.pages[0];
  return {
    query: { ...query, data: first && { ...first, items } } as unknown as UseQueryResult<Listing<T>, Problem>,
    pages: { items, asOf: first?.asOf, more: query.hasNextPage, loadMore: () => void query.fetchNextPage(), loading: query.isFetchingNextPage },
  };
}

/** The same path of several services; each answers or fails for itself. */
export function useReadAll<T>(services: readonly Service[], path: string): { service: Service; query: UseQueryResult<T, Problem> }[] {
  const queries = useQueries({
    queries: services.map((service) => ({
      queryKey: [service, path],
      queryFn: ({ signal }: { signal: AbortSignal }) => read<T>(service, path, signal),
    })),
  });
  return services.map((service, index) => ({ service, query: queries[index] as UseQueryResult<T, Problem> }));
}

export interface Ordering {
  send: (path: string, content: unknown, version?: number) => Promise<Receipt | undefined>;
  /** A first step at any service that must act once however often the whole form is sent: its key is remembered after success too. */
  sendFirst: (first: Service, path: string, content: unknown) => Promise<Receipt | undefined>;
  sending: boolean;
  problem: Problem | undefined;
  clear: () => void;
}

/** Sends orders of one form. Pressing again with the same content repeats the same key; changed content is a new order. */
export function useOrder(service: Service): Ordering {
  const queries = useQueryClient();
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const keys = useRef(new Map<string, string>());

  const post = useCallback(async (to: Service, path: string, content: unknown, version: number | undefined, keep: boolean) => {
    const fingerprint = JSON.stringify([to, path, content, version]);
    const key = keys.current.get(fingerprint) ?? submitKey();
    keys.current.set(fingerprint, key);
    setSending(true);
    setProblem(undefined);
    try {
      const receipt = await order(to, path, content, key, version);
      if (keep) return receipt;
      keys.current.delete(fingerprint);
      await queries.invalidateQueries();
      return receipt;
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      setProblem(failure);
      if (failure.slug === 'stale-version') await queries.invalidateQueries();
      return undefined;
    } finally {
      setSending(false);
    }
  }, [queries]);
  const send = useCallback((path: string, content: unknown, version?: number) => post(service, path, content, version, false), [post, service]);
  const sendFirst = useCallback((first: Service, path: string, content: unknown) => post(first, path, content, undefined, true), [post]);

  return { send, sendFirst, sending, problem, clear: useCallback(() => setProblem(undefined), []) };
}
