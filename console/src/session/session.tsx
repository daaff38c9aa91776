import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { createContext, use, type ReactNode } from 'react';
import { SESSION } from '../api/hooks';
import { gateway, Problem } from '../api/http';
import type { Account, Role } from '../api/types';

/** The signed-in account, null when nobody is signed in. */
export function useSession() {
  return useQuery<Account | null, Problem>({
    queryKey: SESSION,
    queryFn: async () => {
      try {
        return await gateway<Account>('GET', 'session');
      } catch (failure) {
        if (failure instanceof Problem && failure.status === 401) return null;
        throw failure;
      }
    },
    staleTime: Infinity,
  });
}

/** Nothing that one account has read may be there for the next. The session itself stays: the page is looking at it. */
function forget(queries: QueryClient) {
  queries.removeQueries({ predicate: (query) => query.queryKey[0] !== SESSION[0] });
}

export function useSignIn() {
  const queries = useQueryClient();
  return useMutation<Account, Problem, { username: string; password: string }>({
    mutationFn: (credentials) => gateway<Account>('POST', 'session', credentials),
    onSuccess: (account) => {
      forget(queries);
      queries.setQueryData(SESSION, account);
    },
  });
}

export function useSignOut() {
  const queries = useQueryClient();
  return useMutation<void, Problem>({
    mutationFn: () => gateway<void>('DELETE', 'session'),
    onSettled: () => {
      forget(queries);
      queries.setQueryData(SESSION, null);
    },
  });
}

const Current = createContext<Account | undefined>(undefined);

export function AccountProvider({ account, children }: { account: Account; children: ReactNode }) {
  return <Current value={account}>{children}</Current>;
}

export function useAccount(): Account {
  const account = use(Current);
  if (!account) throw new Error('useAccount needs a signed-in account');
  return account;
}

export function holds(account: Account, ...roles: Role[]): boolean {
  return roles.some((role) => account.roles.includes(role));
}
