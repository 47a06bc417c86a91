import { describe, expect, it } from 'vitest';
import { browserOf } from './browser-name';

describe('browserOf', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36 Edg/139.0.0.0',
      'Edge, Windows',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:141.0) Gecko/20100101 Firefox/141.0', 'Firefox, Linux'],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
      'Safari, macOS',
    ],
    [
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Mobile Safari/537.36',
      'Chrome, Android',
    ],
  ])('calls %s %s', (userAgent, name) => {
    const { browser, system } = browserOf(userAgent);
    expect(`${browser}, ${system}`).toBe(name);
  });

  it('finds no name for a program it does not know', () => {
    expect(browserOf('curl/8.5.0')).toEqual({ browser: '', system: '', isPhone: false });
  });
});
