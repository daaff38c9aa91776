import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach } from 'vitest';

// What Ant Design asks of a browser and jsdom does not have.
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
globalThis.matchMedia ??= ((query: string) => ({
  matches: false, media: query, onchange: null, addListener() {}, removeListener() {}, addEventListener() {}, removeEventListener() {}, dispatchEvent: () => false,
})) as unknown as typeof matchMedia;

// Waits end when the condition holds; the limits are for a machine that is busy. Looking up roles without computing what is
// visible is many times quicker in jsdom.
configure({ asyncUtilTimeout: 15_000, defaultHidden: true });

beforeEach(() => localStorage.clear());
afterEach(cleanup);

// jsdom works out styles rule by rule for every element that a query by role looks at, and Ant Design brings thousands of rules:
// the inline style is all that these tests need, and the queries become many times quicker.
window.getComputedStyle = (element) => (element as HTMLElement).style;
// Nothing is drawn or scrolled here; without a context the watermark draws nothing, instead of a page of warnings.
HTMLCanvasElement.prototype.getContext = (() => null) as typeof HTMLCanvasElement.prototype.getContext;
window.scrollTo = () => undefined;
