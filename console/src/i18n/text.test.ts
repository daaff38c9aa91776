import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import en from './en.json';
import { wordsFor } from './text';
import zh from './zh-CN.json';

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? sources(join(folder, entry.name)) : /\.tsx?$/.test(entry.name) && !/\.test\./.test(entry.name) ? [readFileSync(join(folder, entry.name), 'utf8')] : []);
}
const code = sources(join(process.cwd(), 'src')).join('\n');
const holes = (text: string) => [...text.matchAll(/\{(\w+)}/g)].map((match) => match[1]).sort();

describe('language files', () => {
  it('have the same keys', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
  });

  it('have no empty text and the same holes in both', () => {
    for (const key of Object.keys(zh) as (keyof typeof zh)[]) {
      expect(zh[key].trim(), key).not.toBe('');
      expect(en[key].trim(), key).not.toBe('');
      expect(holes(en[key]), key).toEqual(holes(zh[key]));
    }
  });

  it('name every reading that the rules ask for', () => {
    const readings = readFileSync(join(process.cwd(), '../policy-rules/src/main/resources/policy/readings.yaml'), 'utf8');
    const ids = [...readings.matchAll(/^ {2}- id: (\S+)$/gm)].map((match) => match[1]!);
    expect(ids.length).toBeGreaterThan(15);
    expect(ids.filter((id) => !(`reading.${id}` in zh))).toEqual([]);
  });

  it('name every published fact and every problem', () => {
    const facts = readdirSync(join(process.cwd(), '../event-contracts/src/main/resources/schemas')).filter((file) => /\.v\d+\.json$/.test(file)).map((file) => `event.${file.replace(/\.json$/, '')}`);
    const problems = readdirSync(join(process.cwd(), '../docs/problems')).filter((file) => file.endsWith('.md')).map((file) => `problem.${file.replace(/\.md$/, '')}`);
    expect(facts.length).toBeGreaterThan(30);
    expect(problems.length).toBeGreaterThan(10);
    expect([...facts, ...problems].filter((key) => !(key in zh))).toEqual([]);
  });

  it('hold every family of words that the pages ask for', () => {
    const families = new Set([...code.matchAll(/label\('([A-Za-z]+)'/g)].map((match) => match[1]!));
    const known = new Set(Object.keys(zh).map((key) => key.split('.')[0]!));
    expect(families.size).toBeGreaterThan(20);
    expect([...families].filter((family) => !known.has(family))).toEqual([]);
  });

  it('never say that there is no right, duty or bar', () => {
    expect(Object.values(zh).filter((text) => /(没有|无|不享有)(申诉权|权利|义务|限制)/.test(text))).toEqual([]);
    expect(Object.values(en).filter((text) => /\bno (right|duty|bar|appeal)\b/i.test(text))).toEqual([]);
  });

  it('say of each kind of silence that it is not stated in these documents', () => {
    for (const value of ['NOT_STATED', 'LOST', 'UNSET', 'UNDEFINED']) {
      expect(wordsFor('zh-CN').label('silence', value)).toContain('五份文件未载明');
      expect(wordsFor('en').label('silence', value)).toContain('Not stated in these documents');
    }
  });
});

describe('words', () => {
  it('name the roles of a message in words and leave other capitals alone', () => {
    const text = { zh: '需要的角色：[DISCIPLINE_OFFICER, DISCIPLINE_DECIDER]。', en: 'It needs [DISCIPLINE_OFFICER]; see NOT_STATED and DISCIPLINE_DECIDER.' };
    expect(wordsFor('zh-CN').pick(text)).toBe('需要的角色：纪检监察承办人、纪检监察审批人。');
    expect(wordsFor('en').pick(text)).toBe(`It needs ${en['role.DISCIPLINE_OFFICER']}; see NOT_STATED and ${en['role.DISCIPLINE_DECIDER']}.`);
  });

  it('show an unknown code as it is', () => {
    expect(wordsFor('zh-CN').label('caseState', 'SOMETHING_NEW')).toBe('SOMETHING_NEW');
  });

  it('show instants in Shanghai and leave days as written', () => {
    expect(wordsFor('en').when('2026-11-20T17:30:00.000Z')).toBe('2026-11-21 01:30:00');
    expect(wordsFor('en').when('2026-11-20')).toBe('2026-11-20');
  });
});
