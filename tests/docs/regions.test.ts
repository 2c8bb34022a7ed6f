import { describe, expect, it } from 'vitest';
import { fillPage, readPage } from './regions.js';

const page = 'By hand.\n\n<!-- begin generated: a -->\nold\n<!-- end generated: a -->\n\nMore.\n<!-- begin generated: b c -->\n<!-- end generated: b c -->\n';

describe('the generated regions of a page', () => {
  it('are filled anew, and the rest is kept to the letter', () => {
    expect(fillPage(readPage(page), new Map([['a', 'new'], ['b c', 'lines\nof it']]))).toBe(
      'By hand.\n\n<!-- begin generated: a -->\nnew\n<!-- end generated: a -->\n\nMore.\n<!-- begin generated: b c -->\nlines\nof it\n<!-- end generated: b c -->\n',
    );
  });

  it('give the same page when nothing has changed', () => {
    const contents = new Map([['a', 'new'], ['b c', 'text']]);
    const once = fillPage(readPage(page), contents);
    expect(fillPage(readPage(once), contents)).toBe(once);
  });

  it('must be there', () => {
    expect(() => fillPage(readPage(page), new Map([['a', ''], ['b c', ''], ['d', '']]))).toThrow('The page lacks the region "d".');
  });

  it('must have something that fills them', () => {
    expect(() => fillPage(readPage(page), new Map([['a', '']]))).toThrow('The page has a region that nothing fills: "b c".');
  });

  it.each([
    ['x\n<!-- begin generated: a -->', 'Line 2: region "a" is not closed.'],
    ['<!-- begin generated: a -->\n<!-- begin generated: b -->', 'Line 2: region "a" is not closed before "b" begins.'],
    ['<!-- end generated: a -->', 'Line 1: region "a" ends but did not begin.'],
    ['<!-- begin generated: a -->\n<!-- end generated: b -->', 'Line 2: region "b" ends but did not begin.'],
    ['<!-- begin generated: a -->\n<!-- end generated: a -->\n<!-- begin generated: a -->', 'Line 3: region "a" stands twice.'],
  ])('must be whole: %j', (text, message) => {
    expect(() => readPage(text)).toThrow(message);
  });
});
