import { Button, Form, Input } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { gateway } from '../api/http';
import type { LocalAccount } from '../api/types';
import { useText } from '../i18n/text';
import { ProblemView } from '../kit/ProblemView';
import { ReadingSwitches } from '../shell/Frame';
import { useSignIn } from './session';

function useLocalAccounts() {
  return useQuery<LocalAccount[]>({
    queryKey: ['local-accounts'],
    // Only a local run answers; everywhere else there is simply no list.
    queryFn: async () => {
      try {
        const answer = await gateway<LocalAccount[] | { items?: LocalAccount[] }>('GET', 'session/local-accounts');
        return Array.isArray(answer) ? answer : (answer.items ?? []);
      } catch {
        return [];
      }
    },
    retry: false,
    staleTime: Infinity,
  });
}

interface Ways { password: boolean; providers: { id: string; name: string; link: string }[] }

/** How this installation lets people in; one that does not say takes a password. */
function useWays(): Ways {
  const ways = useQuery<Ways>({ queryKey: ['ways'], queryFn: () => gateway<Ways>('GET', 'session/ways'), retry: false, staleTime: Infinity });
  return ways.data?.providers ? ways.data : { password: true, providers: [] };
}

export function SignInPage() {
  const { t, label } = useText();
  const [form] = Form.useForm<{ username: string; password: string }>();
  const signIn = useSignIn();
  const accounts = useLocalAccounts();
  const ways = useWays();
  useEffect(() => {
    document.title = `${t('signIn.title')} · ${t('app.name')}`;
  }, [t]);
  const places = new Map<string, LocalAccount[]>();
  for (const account of accounts.data ?? []) {
    const place = account.jurisdiction ?? account.username.split('.')[0]!;
    places.set(place, [...(places.get(place) ?? []), account]);
  }
  const choose = (account: LocalAccount) => {
    form.setFieldValue('username', account.username);
    (form.getFieldInstance('password') as { focus?: () => void } | undefined)?.focus?.();
  };

  return (
    <div className="sign-in">
      <header className="sign-in-head"><ReadingSwitches /></header>
      <main className="sign-in-main">
        <section className="sign-in-box">
          <h1 className="sign-in-name">{t('app.name')}</h1>
          <p className="sign-in-line">{t('app.longLine')}</p>
          {ways.providers.map((way) => <Button key={way.id} href={way.link} block className="sign-in-button">{t('signIn.providers')}：{way.name}</Button>)}
          {ways.password && <Form form={form} name="signIn" layout="vertical" onFinish={(values) => signIn.mutate(values)}>
            <Form.Item name="username" label={t('signIn.username')} rules={[{ required: true, message: t('form.required', { name: t('signIn.username') }) }]}>
              <Input autoComplete="username" autoFocus />
            </Form.Item>
            <Form.Item name="password" label={t('signIn.password')} rules={[{ required: true, message: t('form.required', { name: t('signIn.password') }) }]}>
              <Input.Password autoComplete="current-password" />
            </Form.Item>
            <ProblemView problem={signIn.error} />
            <Button type="primary" htmlType="submit" block loading={signIn.isPending} className="sign-in-button">{t('signIn.submit')}</Button>
          </Form>}
        </section>
        {places.size > 0 && (
          <section className="sign-in-accounts" aria-label={t('signIn.accounts')}>
            <h2>{t('signIn.accounts')}</h2>
            <p className="quiet">{t('signIn.accountsLead')}</p>
            {[...places].map(([place, list]) => (
              <div key={place}>
                <h3>{label('jurisdiction', place)}</h3>
                <div className="account-list">
                  {list.map((account) => (
                    <button type="button" key={account.username} className="account" onClick={() => choose(account)}>
                      <span className="account-name">{account.displayName}</span>
                      <span className="quiet">{[account.title, account.roles?.map((role) => label('role', role)).join('、')].filter(Boolean).join(' · ')}</span>
                      <code>{account.username}</code>
                    </button>
                  ))}
                </div>
              </div>
            ))}
          </section>
        )}
      </main>
    </div>
  );
}
