import { cleanup } from '@testing-library/react';
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

beforeEach(() => localStorage.clear());
afterEach(cleanup);
