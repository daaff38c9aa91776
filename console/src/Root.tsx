import { QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import { newQueryClient } from './api/hooks';
import { TextProvider, useText, type Language } from './i18n/text';
import { Console } from './shell/Console';
import { themeFor } from './theme';

interface Reading { large: boolean; setLarge: (large: boolean) => void }
const ReadingContext = createContext<Reading>({ large: false, setLarge: () => undefined });
/** Large type, kept between visits. */
export const useReading = () => use(ReadingContext);

function Themed({ children }: { children: ReactNode }) {
  const { language } = useText();
  const [large, setLarge] = useState(() => localStorage.getItem('dandang.large') === 'yes');
  useEffect(() => {
    localStorage.setItem('dandang.large', large ? 'yes' : 'no');
    document.documentElement.dataset.type = large ? 'large' : 'normal';
  }, [large]);
  useEffect(() => {
    dayjs.locale(language === 'en' ? 'en' : 'zh-cn');
  }, [language]);
  const theme = useMemo(() => themeFor(large), [large]);
  const reading = useMemo(() => ({ large, setLarge }), [large]);
  return (
    <ReadingContext value={reading}>
      <ConfigProvider theme={theme} locale={language === 'en' ? enUS : zhCN} button={{ autoInsertSpace: false }}>
        <AntApp>{children}</AntApp>
      </ConfigProvider>
    </ReadingContext>
  );
}

export function Providers({ children, language }: { children: ReactNode; language?: Language }) {
  const [client] = useState(newQueryClient);
  return (
    <QueryClientProvider client={client}>
      <TextProvider start={language}><Themed>{children}</Themed></TextProvider>
    </QueryClientProvider>
  );
}

export function Root() {
  return <Providers><Console /></Providers>;
}
