import { FontSizeOutlined, GlobalOutlined, LogoutOutlined } from '@ant-design/icons';
import { Button, Layout, Menu } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useText } from '../i18n/text';
import { useReading } from '../Root';
import { useAccount, useSignOut } from '../session/session';
import { placesOf } from './places';

/** Header, menu by duty, and the page. */
export function Frame({ children }: { children: ReactNode }) {
  const { t } = useText();
  const { pathname } = useLocation();
  const go = useNavigate();
  const account = useAccount();
  const { large } = useReading();
  const places = placesOf(account);
  const groups = [...new Set(places.map((place) => place.group))];
  const current = places.filter((place) => pathname === place.path || pathname.startsWith(`${place.path}/`)).at(-1);
  useEffect(() => {
    window.scrollTo?.(0, 0);
  }, [pathname]);

  return (
    <Layout className="frame">
      <a href="#content" className="skip">{t('frame.skip')}</a>
      <Header />
      <Layout>
        <Layout.Sider width={large ? 232 : 176} className="side">
          <nav aria-label={t('frame.menu')}>
            <Menu
              mode="inline"
              selectedKeys={current ? [current.path] : []}
              onClick={({ key }) => void go(key)}
              items={groups.map((group) => ({
                type: 'group' as const, key: group, label: t(group),
                children: places.filter((place) => place.group === group).map((place) => ({ key: place.path, label: t(place.key) })),
              }))}
            />
          </nav>
        </Layout.Sider>
        <Layout.Content id="content" tabIndex={-1} className="content">{children}</Layout.Content>
      </Layout>
    </Layout>
  );
}

export function ReadingSwitches() {
  const { t, language, setLanguage } = useText();
  const { large, setLarge } = useReading();
  return (
    <>
      <Button type="text" icon={<FontSizeOutlined aria-hidden="true" />} aria-pressed={large} onClick={() => setLarge(!large)}>
        {large ? t('frame.normalType') : t('frame.largeType')}
      </Button>
      <Button type="text" icon={<GlobalOutlined aria-hidden="true" />} lang={language === 'en' ? 'zh-CN' : 'en'} onClick={() => setLanguage(language === 'en' ? 'zh-CN' : 'en')}>
        {language === 'en' ? '中文' : 'English'}
      </Button>
    </>
  );
}

function Header() {
  const { t, label } = useText();
  const account = useAccount();
  const signOut = useSignOut();
  const [leaving, setLeaving] = useState(false);
  return (
    <Layout.Header className="head">
      <div className="brand"><span className="brand-name">{t('app.name')}</span><span className="brand-line">{t('app.line')}</span></div>
      <div className="head-right">
        <ReadingSwitches />
        <span className="who" data-testid="signed-in">
          <strong>{account.displayName}</strong>
          <span className="quiet">{label('jurisdiction', account.jurisdiction)}　{account.roles.map((role) => label('role', role)).join('、')}</span>
        </span>
        <Button icon={<LogoutOutlined aria-hidden="true" />} loading={leaving} onClick={() => { setLeaving(true); signOut.mutate(); }}>{t('frame.signOut')}</Button>
      </div>
    </Layout.Header>
  );
}

