import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import { speak } from '../api/http';
import type { Text } from '../api/types';
import en from './en.json';
import zh from './zh-CN.json';

export type Key = keyof typeof zh;
export type Language = 'zh-CN' | 'en';
const files: Record<Language, Record<string, string>> = { 'zh-CN': zh, en };

export interface Words {
  language: Language;
  setLanguage: (language: Language) => void;
  /** A text of the language file. */
  t: (key: Key, values?: Record<string, string | number>) => string;
  /** A code of an answer in words, e.g. `label('state', 'GRANTED')`; an unknown code is shown as it is. */
  label: (family: string, code: string | undefined | null) => string;
  /** A text that came in both languages; roles that it names by code are named in words. */
  pick: (text: Text | string | undefined | null) => string;
  /** An instant in the reader's form; a day stays as written. */
  when: (value: string | undefined | null) => string;
}

const Context = createContext<Words | undefined>(undefined);
const STORED = 'dandang.language';

function fill(template: string, values?: Record<string, string | number>): string {
  return values ? template.replace(/\{(\w+)}/g, (whole, name: string) => (name in values ? String(values[name]) : whole)) : template;
}

function inShanghai(value: string): string {
  if (!value.includes('T')) return value;
  const instant = new Date(value);
  if (Number.isNaN(instant.getTime())) return value;
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone: 'Asia/Shanghai' }).format(instant);
}

/** Services name roles by their codes, some as a list in brackets. */
function named(file: Record<string, string>, text: string): string {
  return text.replace(/\[([A-Z_]+(?:, [A-Z_]+)*)]|\b[A-Z]+_[A-Z_]+\b/g, (whole, list: string | undefined) => {
    const words = (list ?? whole).split(', ').map((code) => file[`role.${code}`]);
    return words.every((word) => word !== undefined) ? words.join(file === zh ? '、' : ', ') : whole;
  });
}

export function wordsFor(language: Language, setLanguage: (language: Language) => void = () => undefined): Words {
  const file = files[language];
  return {
    language,
    setLanguage,
    t: (key, values) => fill(file[key] ?? key, values),
    label: (family, code) => (code ? (file[`${family}.${code}`] ?? code) : ''),
    pick: (text) => named(file, typeof text === 'string' ? text : text ? (language === 'en' ? text.en || text.zh : text.zh || text.en) : ''),
    when: (value) => (value ? inShanghai(value) : ''),
  };
}

export function TextProvider({ children, start }: { children: ReactNode; start?: Language }) {
  const [language, setLanguage] = useState<Language>(() => start ?? (localStorage.getItem(STORED) === 'en' ? 'en' : 'zh-CN'));
  useEffect(() => {
    localStorage.setItem(STORED, language);
    document.documentElement.lang = language;
  }, [language]);
  const words = useMemo(() => {
    speak(language);
    return wordsFor(language, setLanguage);
  }, [language]);
  return <Context value={words}>{children}</Context>;
}

export function useText(): Words {
  const words = use(Context);
  if (!words) throw new Error('useText needs a TextProvider');
  return words;
}
